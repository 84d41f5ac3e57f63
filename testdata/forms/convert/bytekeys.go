package convert

import (
	"context"
	"fmt"

	"github.com/redis/go-redis/v9"
)

// BytesMember hands the key as one of the values of MSet, which takes any:
// keys stand at even places.
func BytesMember(ctx context.Context, rdb *redis.Client, orgID, docID string) {
	rdb.MSet(ctx, "doc:"+orgID, 1, "doc:"+docID, 2) // want `^set doc:{orgID} yes$` `^set doc:{docID} no$`
}

// SliceKeys hands keys as a slice of strings.
func SliceKeys(ctx context.Context, rdb *redis.Client, tenantID, docID string) {
	keys := []string{"t:" + tenantID, "doc:" + docID}
	rdb.Del(ctx, keys...) // want `^delete t:{tenantID} yes$` `^delete doc:{docID} no$`
}

// AnyKey keeps the key in a variable of type any.
func AnyKey(ctx context.Context, rdb *redis.Client, orgID, docID string) {
	var key any = "doc:" + orgID + ":" + docID
	rdb.Do(ctx, "GET", key) // want `^get doc:{orgID}:{docID} yes$`
}

// Asserted takes it out again.
func Asserted(ctx context.Context, rdb *redis.Client, docID string) {
	var key any = "doc:" + docID
	rdb.Get(ctx, key.(string)) // want `^get doc:{docID} no$`
}

// Generic is the command's name and its arguments; the key's place comes from
// the command.
func Generic(ctx context.Context, rdb *redis.Client, docID string) {
	rdb.Do(ctx, "SET", fmt.Sprintf("doc:%s", docID), "1", "EX", 60) // want `^set doc:{docID} no$`
}
