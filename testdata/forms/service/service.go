// Package service has keys in shapes that are common in services and are put
// together out of several forms: a format that callers write, operands that
// are handed on, a result that a deferred function changes.
package service

import (
	"context"
	"fmt"
	"strings"

	"github.com/redis/go-redis/v9"

	"example.com/forms/service/keys"
)

// FormatOfCaller writes the format itself, and the operands.
func FormatOfCaller(ctx context.Context, rdb *redis.Client, orgID, itemID string) {
	rdb.Get(ctx, keys.Format("item:%s:%s", orgID, itemID)) // want `^get svc:item:{orgID}:{itemID} yes$`
	rdb.Get(ctx, keys.Format("item:%s", itemID))           // want `^get svc:item:{itemID} no$`
	rdb.Get(ctx, keys.Format("items"))                     // want `^get svc:items no$`
}

func formatted(format string, args ...any) string { return fmt.Sprintf(format, args...) }

// FormatInPackage does it with a function of the package.
func FormatInPackage(ctx context.Context, rdb *redis.Client, orgID string, itemID int64) {
	rdb.Get(ctx, formatted("%[2]d/%[1]s", orgID, itemID)) // want `^get {itemID}/{orgID} yes$`
}

func getf(ctx context.Context, rdb *redis.Client, format string, args ...any) string {
	return rdb.Get(ctx, fmt.Sprintf(format, args...)).Val() // want `^get {format} caller$`
}

// FormatToWrapper hands format and operands to a wrapper.
func FormatToWrapper(ctx context.Context, rdb *redis.Client, orgID, itemID string) {
	getf(ctx, rdb, "item:%s:%s", orgID, itemID) // want `^get item:{orgID}:{itemID} yes$`
	getf(ctx, rdb, "item:%s", itemID)           // want `^get item:{itemID} no$`
}

// OperandsHandedOn keeps the operands in their places.
func OperandsHandedOn(ctx context.Context, rdb *redis.Client, orgID, itemID string) {
	rdb.Get(ctx, keys.Pair(orgID, itemID)) // want `^get pair:{orgID}:{itemID} yes$`
	rdb.Get(ctx, keys.Pair("all", itemID)) // want `^get pair:all:{itemID} no$`
}

func lowered(orgID, itemID string) (key string) {
	defer func() { key = strings.ToLower(key) }()
	key = "Item:" + orgID
	key += ":" + itemID
	return
}

// ResultDeferred builds a named result that a deferred function changes.
func ResultDeferred(ctx context.Context, rdb *redis.Client, orgID, itemID string) {
	rdb.Get(ctx, lowered(orgID, itemID)) // want `^get [Ii]tem:{orgID}:{itemID} yes$`
}

type scoped struct {
	rdb    *redis.Client
	prefix string
}

func (s *scoped) keyf(format string, args ...any) string {
	return fmt.Sprintf(s.prefix+":"+format, args...)
}

// FormatBehindPrefix has a prefix in front of the callers' format.
func (s *scoped) FormatBehindPrefix(ctx context.Context, orgID, itemID string) {
	s.rdb.Get(ctx, s.keyf("item:%s:%s", orgID, itemID)) // want `^get {s\.prefix}:item:{orgID}:{itemID} yes$`
	s.rdb.Get(ctx, s.keyf("item:%s", itemID))           // want `^get {s\.prefix}:item:{itemID} no$`
}

func (s *scoped) prefixed(ctx context.Context, key string) {
	s.rdb.Get(ctx, s.prefix+"/"+key) // want `^get {s\.prefix}/{key} caller$`
}

func (s *scoped) prefixedf(ctx context.Context, format string, args ...any) {
	s.prefixed(ctx, fmt.Sprintf(format, args...)) // want `^get {format} caller$`
}

// FormatToDeeperWrapper is listed as it is passed here, without what is put
// before it further in.
func (s *scoped) FormatToDeeperWrapper(ctx context.Context, orgID, itemID string) {
	s.prefixedf(ctx, "item:%s:%s", orgID, itemID) // want `^get item:{orgID}:{itemID} yes$`
}

// DeferredReader deletes, when it returns, the key that it has by then.
func DeferredReader(ctx context.Context, rdb *redis.Client, orgID, itemID string) {
	key := "try:" + itemID
	defer func() {
		rdb.Del(ctx, key) // want `^delete try:{orgID}:{itemID} yes$`
	}()
	key = "try:" + orgID + ":" + itemID
	rdb.Get(ctx, key) // want `^get try:{orgID}:{itemID} yes$`
}
