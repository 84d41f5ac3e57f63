package service

import (
	"context"
	"strings"

	"github.com/redis/go-redis/v9"
)

var itemReplacer = strings.NewReplacer("{scope}", "shop", "/", ":")

// Replacer fills a pattern with a replacer that is made in place.
func Replacer(ctx context.Context, rdb *redis.Client, orgID, itemID string) {
	rdb.Get(ctx, strings.NewReplacer("{org}", orgID, "{id}", itemID).Replace("item:{org}:{id}")) // want `^get item:{orgID}:{itemID} yes$`
	rdb.Get(ctx, itemReplacer.Replace("{scope}/item/"+itemID))                                   // want `^get shop:item:{itemID} no$`
}

// TrimmedEnds trims literal text at the ends of a key, and none inside.
func TrimmedEnds(ctx context.Context, rdb *redis.Client, orgID, itemID string) {
	rdb.Get(ctx, strings.TrimSpace(" item: "+itemID+" \n"))          // want `^get item: {itemID} no$`
	rdb.Get(ctx, strings.Trim("/"+orgID+"/"+itemID+"//", "/"))       // want `^get {orgID}/{itemID} yes$`
	rdb.Get(ctx, strings.TrimLeft("::"+orgID+"::"+itemID+":", ":"))  // want `^get {orgID}::{itemID}: yes$`
	rdb.Get(ctx, strings.TrimRight("::"+orgID+"::"+itemID+":", ":")) // want `^get ::{orgID}::{itemID} yes$`
}

func userKey(id string) string { return "user:" + id }
func teamKey(id string) string { return "team:" + id }

// OneOfFunctions calls a variable that holds one of two functions.
func OneOfFunctions(ctx context.Context, rdb *redis.Client, team bool, orgID string) {
	keyOf := userKey
	if team {
		keyOf = teamKey
	}
	rdb.Get(ctx, keyOf(orgID)) // want `^get team:{orgID} \| user:{orgID} yes$`
}
