package loop

import (
	"context"

	"github.com/redis/go-redis/v9"
)

// bySlot groups keys by the node that has them.
func bySlot(keys []string) (map[int][]string, error) {
	slots := make(map[int][]string)
	for _, key := range keys {
		slot := len(key) % 16
		slots[slot] = append(slots[slot], key)
	}
	return slots, nil
}

// slotsOf is bySlot, or all keys together.
func slotsOf(keys []string, cluster bool) map[int][]string {
	slots := make(map[int][]string)
	if !cluster {
		slots[0] = keys
		return slots
	}
	for _, key := range keys {
		slots[len(key)%16] = append(slots[len(key)%16], key)
	}
	return slots
}

// GroupedElsewhere deletes keys group by group, which a function made.
func GroupedElsewhere(ctx context.Context, rdb *redis.Client, orgID string, itemIDs []string) error {
	keys := make([]string, 0, len(itemIDs))
	for _, itemID := range itemIDs {
		keys = append(keys, orgID+":item:"+itemID)
	}
	slots, err := bySlot(keys)
	if err != nil {
		return err
	}
	for _, group := range slots {
		rdb.Del(ctx, group...) // want `^delete {orgID}:item:({itemID}|{itemIDs\[.*\]}) yes$`
	}
	return nil
}

// GroupedOrNot asks for each key of groups that may be one group.
func GroupedOrNot(ctx context.Context, rdb *redis.Client, cluster bool, itemIDs []string) error {
	var keys []string
	for _, itemID := range itemIDs {
		keys = append(keys, "item:"+itemID)
	}
	pipe := rdb.Pipeline()
	for _, group := range slotsOf(keys, cluster) {
		for _, key := range group {
			pipe.Get(ctx, key) // want `^get item:({itemID}|{itemIDs\[.*\]}) no$`
		}
	}
	_, err := pipe.Exec(ctx)
	return err
}

// GroupedHere groups them by itself.
func GroupedHere(ctx context.Context, rdb *redis.Client, orgID string, itemIDs []string) {
	slots := map[byte][]string{}
	for _, itemID := range itemIDs {
		slots[itemID[0]] = append(slots[itemID[0]], orgID+":item:"+itemID)
	}
	for _, group := range slots {
		rdb.Unlink(ctx, group...) // want `^delete {orgID}:item:({itemID}|{itemIDs\[.*\]}) yes$`
	}
}

// GroupedMore puts another key into what the function made.
func GroupedMore(ctx context.Context, rdb *redis.Client, itemIDs []string) {
	slots := slotsOf(nil, true)
	slots[1] = []string{"item:" + itemIDs[0]}
	for _, group := range slots {
		rdb.Del(ctx, group...) // want `^delete item:{itemIDs\[0\]} no$`
	}
}
