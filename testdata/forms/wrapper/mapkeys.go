package wrapper

import (
	"context"

	"github.com/redis/go-redis/v9"
)

type batcher struct{ rdb *redis.Client }

// setAll takes a map whose keys are keys.
func (b *batcher) setAll(ctx context.Context, values map[string]string) error {
	pipe := b.rdb.TxPipeline()
	for k, v := range values {
		pipe.Set(ctx, k, v, 0) // want `^set {k} caller$`
	}
	_, err := pipe.Exec(ctx)
	return err
}

// setUnder takes a map whose keys are what keys begin with.
func (b *batcher) setUnder(ctx context.Context, values map[string][]string) {
	for prefix, parts := range values {
		for _, part := range parts {
			b.rdb.Set(ctx, prefix+":"+part, "1", 0) // want `^set {prefix}:{part} caller$`
		}
	}
}

// MapKeysFilled fills the map from another one.
func MapKeysFilled(ctx context.Context, b *batcher, orgID string, items map[string][]byte) error {
	encoded := make(map[string]string, len(items))
	for itemID, item := range items {
		encoded["item:"+orgID+":"+itemID] = string(item)
	}
	return b.setAll(ctx, encoded) // want `^set item:{orgID}:{itemID} yes$`
}

// MapKeysWritten writes the map out.
func MapKeysWritten(ctx context.Context, b *batcher, orgID, itemID string) {
	b.setAll(ctx, map[string]string{"item:" + itemID: "1"})         // want `^set item:{itemID} no$`
	b.setUnder(ctx, map[string][]string{"item:" + orgID: {itemID}}) // want `^set item:{orgID} yes$`
}

// MapKeysNamed ranges over ids: their name says what they are, and the key is
// put together here.
func MapKeysNamed(ctx context.Context, rdb *redis.Client, items map[string]int) {
	for itemID := range items {
		rdb.Del(ctx, itemID) // want `^delete {itemID} no$`
	}
}
