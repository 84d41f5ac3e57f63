package iface

import (
	"context"
	"time"

	gocache "github.com/patrickmn/go-cache"
	"github.com/redis/go-redis/v9"

	"example.com/forms/iface/kinds"
)

// A base has what both kinds of caches have; local and remote add what only
// one of them is.
type base interface {
	Put(ctx context.Context, key string, v any)
}

type local interface {
	base
	IsLocal() bool
}

type remote interface {
	base
	IsRemote() bool
}

type inMemory struct{ c *gocache.Cache }

func (m *inMemory) IsLocal() bool { return true }

func (m *inMemory) Put(_ context.Context, key string, v any) {
	m.c.Set(key, v, time.Minute) // want `^set {key} caller$`
}

type overNetwork struct {
	rdb   *redis.Client
	orgID string
}

func (n *overNetwork) IsRemote() bool { return true }

func (n *overNetwork) Put(ctx context.Context, key string, v any) {
	n.rdb.Set(ctx, n.orgID+":"+key, v, 0) // want `^set {n\.orgID}:{key} yes$`
}

// PromotedOther calls it by the other interface, behind which is what adds the
// tenant.
func PromotedOther(ctx context.Context, c remote, itemID string, v any) {
	c.Put(ctx, "item:"+itemID, v) // want `^set item:{itemID} yes$`
}

// PromotedMethod calls a method that its interface embeds: only what implements the
// whole interface can be behind it.
func PromotedMethod(ctx context.Context, c local, itemID string, v any) {
	c.Put(ctx, "item:"+itemID, v) // want `^set item:{itemID} no$`
}

// A namer makes the names of things; a longNamer does it in full.
type namer interface{ Of(id string) string }

type longNamer interface {
	namer
	InFull() bool
}

type short struct{}

func (short) Of(id string) string { return "s:" + id }

type long struct{}

func (long) Of(id string) string { return "long:" + id }
func (long) InFull() bool        { return true }

// PromotedBuilder has its key from such a method.
func PromotedBuilder(ctx context.Context, rdb *redis.Client, n longNamer, itemID string) {
	rdb.Get(ctx, n.Of(itemID)) // want `^get long:{itemID} no$`
}

// BaseBuilder has it from either.
func BaseBuilder(ctx context.Context, rdb *redis.Client, n namer, itemID string) {
	rdb.Get(ctx, n.Of(itemID)) // want `^get long:{itemID} \| s:{itemID} no$`
}

// PromotedAfar calls one of another package.
func PromotedAfar(ctx context.Context, c kinds.Plain, orgID, itemID string) {
	c.Drop(ctx, orgID+":"+itemID) // want `^delete {orgID}:{itemID} yes$`
	c.Drop(ctx, "item:"+itemID)   // want `^delete item:{itemID} no$`
}

// PromotedAfarOther calls one that adds the tenant.
func PromotedAfarOther(ctx context.Context, c kinds.Tagged, itemID string) {
	c.Drop(ctx, "item:"+itemID) // want `^delete item:{itemID} yes$`
}
