package clients

import (
	"context"
	"time"

	"github.com/gofiber/fiber/v2"
	"github.com/nats-io/nats.go"
	"github.com/nats-io/nats.go/jetstream"
	clientv3 "go.etcd.io/etcd/client/v3"
	"go.etcd.io/etcd/client/v3/concurrency"
)

// Bucket is of JetStream, which has two interfaces: only one takes a context.
func Bucket(ctx context.Context, old nats.KeyValue, kv jetstream.KeyValue, orgID, itemID string) {
	old.Get("item." + itemID)                     // want `^get item\.{itemID} no$`
	old.Put("org."+orgID, []byte(itemID))         // want `^set org\.{orgID} yes$`
	kv.Create(ctx, "item."+itemID, []byte(orgID)) // want `^set item\.{itemID} no$`
	kv.Update(ctx, "org."+orgID, nil, 1)          // want `^set org\.{orgID} yes$`
	kv.Delete(ctx, "item."+itemID)                // want `^delete item\.{itemID} no$`
	kv.Watch(ctx, "org."+orgID+".>")              // want `^other org\.{orgID}\.> yes$`
}

// Object is a larger value, by its name.
func Object(ctx context.Context, s jetstream.ObjectStore, orgID, itemID string) {
	s.PutBytes(ctx, "item/"+itemID, nil)                        // want `^set item/{itemID} no$`
	s.Put(ctx, jetstream.ObjectMeta{Name: "org/" + orgID}, nil) // want `^set org/{orgID} yes$`
	s.GetString(ctx, "item/"+itemID)                            // want `^get item/{itemID} no$`
}

// MessageID is refused a second time.
func MessageID(js nats.JetStreamContext, orgID, itemID string) {
	js.Publish("items", nil, nats.MsgId("item:"+itemID)) // want `^other item:{itemID} no$`
}

// Etcd keeps values by key, and locks by the beginning of one.
func Etcd(ctx context.Context, c *clientv3.Client, session *concurrency.Session, orgID, itemID string) {
	c.Get(ctx, "/items/"+itemID)                    // want `^get /items/{itemID} no$`
	c.Put(ctx, "/orgs/"+orgID, itemID)              // want `^set /orgs/{orgID} yes$`
	c.Do(ctx, clientv3.OpDelete("/items/"+itemID))  // want `^delete /items/{itemID} no$`
	concurrency.NewMutex(session, "/locks/"+itemID) // want `^lock /locks/{itemID} no$`
}

// Storage is what a web framework keeps its values in.
func Storage(s fiber.Storage, orgID, itemID string) {
	s.Get("item:" + itemID)               // want `^get item:{itemID} no$`
	s.Set("org:"+orgID, nil, time.Minute) // want `^set org:{orgID} yes$`
}
