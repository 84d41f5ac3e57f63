package clients

import (
	"context"
	"time"

	v6 "github.com/go-redis/redis"
	v7 "github.com/go-redis/redis/v7"
)

// OldRedis is go-redis before its methods took a context.
func OldRedis(rdb *v7.Client, c v7.Cmdable, orgID, itemID string) {
	rdb.Get("item:" + itemID)                                  // want `^get item:{itemID} no$`
	rdb.Set("org:"+orgID, itemID, time.Minute)                 // want `^set org:{orgID} yes$`
	c.MSet("item:"+itemID, orgID, "org:"+orgID, 1)             // want `^set item:{itemID} no$` `^set org:{orgID} yes$`
	rdb.Do("GET", "item:"+itemID)                              // want `^get item:{itemID} no$`
	rdb.DoContext(context.Background(), "DEL", "item:"+itemID) // want `^delete item:{itemID} no$`
	rdb.Scan(0, "org:"+orgID+":*", 10)                         // want `^scan org:{orgID}:\* yes$`
}

// OldPipeline sends commands of its v6 together.
func OldPipeline(rdb *v6.ClusterClient, orgID, itemID string) {
	rdb.Pipelined(func(p v6.Pipeliner) error {
		p.HSet("org:"+orgID, "item", itemID)               // want `^set org:{orgID} yes$`
		p.Expire("org:"+orgID, time.Minute)                // want `^expire org:{orgID} yes$`
		p.ZUnionStore("items", v6.ZStore{}, "set:"+itemID) // want `^set items no$` `^set set:{itemID} no$`
		return nil
	})
	rdb.Watch(func(*v6.Tx) error { return nil }, "item:"+itemID) // want `^other item:{itemID} no$`
}
