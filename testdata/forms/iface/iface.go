// Package iface calls caches through interfaces. A method of an interface is a
// store call when an implementation that the package can see passes the
// parameter on as a key.
package iface

import (
	"context"
	"fmt"

	"github.com/redis/go-redis/v9"

	"example.com/forms/iface/memory"
	"example.com/forms/iface/port"
)

// Cmdable calls the client's own interface.
func Cmdable(ctx context.Context, rdb redis.Cmdable, orgID, itemID string) {
	rdb.Get(ctx, orgID+":item:"+itemID) // want `^get {orgID}:item:{itemID} yes$`
}

// Universal calls the other one.
func Universal(ctx context.Context, rdb redis.UniversalClient, itemID string) {
	rdb.Del(ctx, "item:"+itemID) // want `^delete item:{itemID} no$`
}

type cache interface {
	Load(ctx context.Context, key string) string
}

type redisCache struct{ rdb *redis.Client }

func (c redisCache) Load(ctx context.Context, key string) string {
	return c.rdb.Get(ctx, key).Val() // want `^get {key} caller$`
}

var _ cache = redisCache{}

// InPackage calls an interface whose one implementation is in the package.
func InPackage(ctx context.Context, c cache, orgID, itemID string) {
	c.Load(ctx, orgID+":"+itemID) // want `^get {orgID}:{itemID} yes$`
}

// InPackageNoTenant is the negative.
func InPackageNoTenant(ctx context.Context, c cache, itemID string) {
	c.Load(ctx, "item:"+itemID) // want `^get item:{itemID} no$`
}

type service struct {
	cache port.Cache
}

func newService(rdb redis.UniversalClient) *service {
	return &service{cache: memory.New(rdb)}
}

var useService = newService

// OtherPackage calls an interface of one package whose implementation is in
// another, which this package imports.
func (s *service) OtherPackage(ctx context.Context, tenantID, itemID string) {
	s.cache.Get(ctx, tenantID+":"+itemID) // want `^get {tenantID}:{itemID} yes$`
	s.cache.Set(ctx, "item:"+itemID, "1") // want `^set item:{itemID} no$`
}

type traced struct{ next port.Cache }

// Get is a decorator: it implements the interface and calls it.
func (t traced) Get(ctx context.Context, key string) (string, error) {
	return t.next.Get(ctx, key) // want `^get {key} caller$`
}

// Set is a decorator.
func (t traced) Set(ctx context.Context, key, value string) error {
	return t.next.Set(ctx, key, value) // want `^set {key} caller$`
}

// Decorated calls the decorator by its own type.
func Decorated(ctx context.Context, t traced, orgID, itemID string) {
	t.Get(ctx, orgID+":"+itemID) // want `^get {orgID}:{itemID} yes$`
}

type observed struct {
	next  cache
	reads int
}

// Load is a decorator that calls the key something else.
func (o *observed) Load(ctx context.Context, ref string) string {
	o.reads++
	return o.next.Load(ctx, ref) // want `^get {ref} caller$`
}

// Renamed calls the decorator, at which alone the key is put together.
func Renamed(ctx context.Context, o *observed, itemID string) {
	o.Load(ctx, "item:"+itemID) // want `^get item:{itemID} no$`
}

type versioned struct{ next cache }

func (v versioned) Load(ctx context.Context, key string) string {
	return v.next.Load(ctx, "v2:"+key) // want `^get v2:{key} caller$`
}

var _ cache = versioned{}

// SecondImplementation calls a method of which two implementations are
// visible; both pass the key on, so the call is listed whichever it is.
func SecondImplementation(ctx context.Context, v versioned, orgID string) {
	v.Load(ctx, "org:"+orgID) // want `^get org:{orgID} yes$`
}

type readWriter interface {
	cache
	Flush()
}

// Embedded calls a method that the interface has from another.
func Embedded(ctx context.Context, c readWriter, itemID string) {
	c.Load(ctx, "item:"+itemID) // want `^get item:{itemID} no$`
}

type holder struct{ cache }

// Promoted calls it through an interface that is embedded in a struct.
func Promoted(ctx context.Context, h holder, orgID string) {
	h.Load(ctx, "org:"+orgID) // want `^get org:{orgID} yes$`
}

// MethodValue takes the interface's method as a value.
func MethodValue(ctx context.Context, c cache, itemID string) {
	load := c.Load
	load(ctx, "item:"+itemID) // want `^get item:{itemID} no$`
}

type keyed interface{ cacheKey() string }

type item struct{ orgID, id string }

func (i item) cacheKey() string { return i.orgID + ":item:" + i.id }

// KeyMethod gets the key from an interface with one implementation.
func KeyMethod(ctx context.Context, rdb *redis.Client, k keyed) {
	rdb.Get(ctx, k.cacheKey()) // want `^get ({(?:[^{}]|{[^{}]*})*}:item:{(?:[^{}]|{[^{}]*})*} yes|{k\.cacheKey\(\)} unknown|{k\.cacheKey\(\)} caller)$`
}

// KeyMethodKnown has a value of a known type in the interface.
func KeyMethodKnown(ctx context.Context, rdb *redis.Client, tenantID, itemID string) {
	var k keyed = item{tenantID, itemID}
	rdb.Get(ctx, k.cacheKey()) // want `^get {tenantID}:item:{itemID} yes$`
}

// Stringer is an interface of which nobody knows all implementations: the
// hole stays, and the text around it is known.
func Stringer(ctx context.Context, rdb *redis.Client, id fmt.Stringer) {
	rdb.Get(ctx, "item:"+id.String()) // want `^get item:({id}|{id\.String\(\)}) no$`
}

type lookup interface {
	Get(ctx context.Context, key string) (string, error)
}

// NarrowInterface is satisfied by an implementation of another package that
// was written for another interface.
func NarrowInterface(ctx context.Context, l lookup, itemID string) {
	l.Get(ctx, "item:"+itemID) // want `^get item:{itemID} no$`
}

// Asserted takes the implementation out of the interface.
func Asserted(ctx context.Context, c port.Cache, orgID string) {
	if s, ok := c.(*memory.Store); ok {
		s.Get(ctx, "org:"+orgID) // want `^get org:{orgID} yes$`
	}
}
