// Package shared changes a key from two goroutines. What the store call sees
// depends on who was first; an analysis that reads the code in order sees one
// of the shapes or both, and either answer is right by accident.
package shared

import (
	"context"

	"github.com/redis/go-redis/v9"
)

// Raced changes the variable while it is in use.
func Raced(ctx context.Context, rdb *redis.Client, orgID, itemID string) {
	key := "item:" + itemID
	go func() { key = orgID + ":" + key }()
	rdb.Get(ctx, key) // want `^get (item:{itemID} no|item:{itemID} \| {orgID}:item:{itemID} sometimes|{(?:[^{}]|{[^{}]*})*} unknown)$`
}
