package closure

import (
	"context"
	"sync"

	"github.com/redis/go-redis/v9"
)

// inBatches calls a function for some of the keys at a time, each call in a
// goroutine of its own.
func inBatches(keys []string, del func(batch []string) error) {
	var wg sync.WaitGroup
	for len(keys) > 0 {
		n := min(len(keys), 100)
		batch := keys[:n]
		keys = keys[n:]
		wg.Go(func() { _ = del(batch) })
	}
	wg.Wait()
}

// checked hands on what it is given, if it is anything.
func checked(keys []string, del func(batch []string) error) {
	if del != nil {
		inBatches(keys, del)
	}
}

// HandedInside is called by a closure of the function that it is handed to.
func HandedInside(ctx context.Context, rdb *redis.Client, orgID string, itemIDs []string) {
	var keys []string
	for _, itemID := range itemIDs {
		keys = append(keys, orgID+":item:"+itemID)
	}
	inBatches(keys, func(batch []string) error {
		return rdb.Del(ctx, batch...).Err() // want `^delete {orgID}:item:({itemID}|{itemIDs\[.*\]}) yes$`
	})
}

// HandedOn is handed on by the function that it is handed to.
func HandedOn(ctx context.Context, rdb *redis.Client, itemIDs []string) {
	keys := make([]string, len(itemIDs))
	for i, itemID := range itemIDs {
		keys[i] = "item:" + itemID
	}
	checked(keys, func(batch []string) error {
		return rdb.Unlink(ctx, batch...).Err() // want `^delete item:({itemID}|{itemIDs\[.*\]}) no$`
	})
}

type pruner struct{ rdb *redis.Client }

// prune hands on its own keys: which they are, its callers say.
func (p *pruner) prune(ctx context.Context, keys []string) {
	checked(keys, func(batch []string) error {
		return p.rdb.Del(ctx, batch...).Err() // want `^delete {keys\[\]} caller$`
	})
}

// HandedByCallers is such a caller.
func HandedByCallers(ctx context.Context, p *pruner, orgID, itemID string) {
	p.prune(ctx, []string{orgID + ":item:" + itemID}) // want `^delete {orgID}:item:{itemID} yes$`
}

var client = redis.NewClient(&redis.Options{})

// HandedFree captures nothing: there is no instruction that makes it.
func HandedFree(itemID string) {
	inBatches([]string{"item:" + itemID}, func(batch []string) error {
		return client.Del(context.Background(), batch...).Err() // want `^delete item:{itemID} no$`
	})
}
