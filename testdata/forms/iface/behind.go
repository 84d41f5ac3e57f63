package iface

import (
	"context"
	"time"

	"example.com/forms/iface/behind"
)

// BehindGet calls a cache of which nobody here sees the implementation.
func BehindGet(ctx context.Context, c behind.Cache, orgID, itemID string) {
	var v string
	c.Fetch(ctx, orgID+":item:"+itemID, &v)  // want `^get {orgID}:item:{itemID} yes$`
	c.Save(ctx, "item:"+itemID, v)           // want `^set item:{itemID} no$`
	c.Contains(ctx, "item:"+itemID)          // want `^get item:{itemID} no$`
	c.Delete(ctx, orgID+":item:"+itemID)     // want `^delete {orgID}:item:{itemID} yes$`
	c.DeleteAll(ctx, "item:"+itemID, "all")  // want `^delete item:{itemID} no$` `^delete all no$`
	c.Scan(ctx, orgID+":item:*")             // want `^scan {orgID}:item:\* yes$`
	behind.Shared().Delete(ctx, "x:"+itemID) // want `^delete x:{itemID} no$`
	c.Ping(ctx)
}

// BehindKey hands its key on.
func BehindKey(ctx context.Context, c behind.Cache, key string) {
	c.Delete(ctx, key) // want `^delete {key} caller$`
}

// BehindKeys calls that.
func BehindKeys(ctx context.Context, c behind.Cache, orgID string) {
	BehindKey(ctx, c, "org:"+orgID) // want `^delete org:{orgID} yes$`
}

// BehindHelper calls the helper of the interface's package.
func BehindHelper(ctx context.Context, itemID int) (v string, err error) {
	err = behind.FetchOrSave(ctx, behind.Shared(), behind.ItemKey(itemID), &v, func() (any, error) { return "1", nil }) // want `^get item:{itemID} no$`
	return v, err
}

// BehindTyped calls a cache whose keys have a type.
func BehindTyped(c behind.TypedCache[string, int], orgID, itemID string) {
	c.Get(orgID + ":" + itemID) // want `^get {orgID}:{itemID} yes$`
}

// A keeper is no cache by its name; it keeps values for a time.
type keeper interface {
	Get(key string) ([]byte, error)
	Put(key string, value []byte, ttl time.Duration) error
}

// BehindKeeper calls it.
func BehindKeeper(k keeper, itemID string) {
	k.Get("item:" + itemID)                 // want `^get item:{itemID} no$`
	k.Put("item:"+itemID, nil, time.Second) // want `^set item:{itemID} no$`
}

// A nothing is there for tests: that it keeps nothing does not make its
// interface less of a cache.
type nothing struct{}

type sessionCache interface {
	Get(ctx context.Context, key string) (string, error)
	Set(ctx context.Context, key, value string) error
}

func (nothing) Get(context.Context, string) (string, error)      { return "", nil }
func (nothing) Set(ctx context.Context, key, value string) error { return nil }

var _ sessionCache = nothing{}

// BehindNothing calls it.
func BehindNothing(ctx context.Context, c sessionCache, userID string) {
	c.Get(ctx, "user:"+userID) // want `^get user:{userID} no$`
}

type embedsCache struct{ sessionCache }

// BehindEmbedded calls it through a struct that has it.
func BehindEmbedded(ctx context.Context, c embedsCache, userID string) {
	c.Set(ctx, "user:"+userID, "1") // want `^set user:{userID} no$`
}

// A preferences is a table with keys of its own.
type preferences interface {
	Get(key string) string
	Set(key, value string)
}

// NoCache calls it: it is called no cache, and keeps its values for good.
func NoCache(p preferences, itemID string) {
	p.Set("item:"+itemID, p.Get("item"))
}
