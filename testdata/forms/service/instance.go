package service

import (
	"context"
	"time"

	"github.com/redis/go-redis/v9"
)

type typed[T any] struct {
	rdb  *redis.Client
	kind string
}

func (t *typed[T]) full(id string) string { return t.kind + ":" + id }

func (t *typed[T]) load(ctx context.Context, id string) string {
	return t.rdb.Get(ctx, t.full(id)).Val() // want `^get {t\.kind}:{id} caller$`
}

// InstanceOfKind hands an id to an object that puts the name of what it keeps
// before it: the object's key is the id.
func InstanceOfKind(ctx context.Context, items *typed[int], orgID, itemID string) {
	items.load(ctx, orgID+":"+itemID) // want `^get {orgID}:{itemID} yes$`
	items.load(ctx, itemID)           // want `^get {itemID} no$`
}

type lease struct {
	rdb *redis.Client
	key string
	ttl time.Duration
}

func newLease(rdb *redis.Client, orgID, jobID string) *lease {
	l := &lease{rdb: rdb, ttl: time.Minute}
	l.key = "lease:" + orgID + ":" + jobID
	return l
}

// FieldOfMaker has a key that the function that makes the object puts together.
func (l *lease) FieldOfMaker(ctx context.Context) {
	l.rdb.Expire(ctx, l.key, l.ttl)   // want `^expire lease:{orgID}:{jobID} yes$`
	l.rdb.Get(ctx, l.key+":progress") // want `^get lease:{orgID}:{jobID}:progress yes$`
}

var useLease = newLease

type named struct {
	rdb *redis.Client
	key string
}

func newNamed(rdb *redis.Client, key string) *named {
	return &named{rdb: rdb, key: "named:" + key}
}

// FieldOfMakersKey has a key that the maker's callers choose.
func (n *named) FieldOfMakersKey(ctx context.Context) {
	n.rdb.Get(ctx, n.key) // want `^get {n\.key} caller$`
}

var useNamed = newNamed

type itemKey struct{}

func withItem(ctx context.Context, orgID, itemID string) context.Context {
	return context.WithValue(ctx, itemKey{}, "item:"+orgID+":"+itemID)
}

// ContextOfPackage takes a key out of the context that another function of the
// package has put there, under a key that nobody else can name.
func ContextOfPackage(ctx context.Context, rdb *redis.Client) {
	key, _ := ctx.Value(itemKey{}).(string)
	rdb.Get(ctx, key) // want `^get item:{orgID}:{itemID} yes$`
}

var useWithItem = withItem

type job struct{ key string }

type worker struct {
	rdb  *redis.Client
	jobs chan job
}

func newWorker(rdb *redis.Client) *worker { return &worker{rdb, make(chan job, 8)} }

func (w *worker) enqueue(orgID, jobID string) { w.jobs <- job{"job:" + orgID + ":" + jobID} }

// ChannelInSelect receives structs with keys in a select.
func (w *worker) ChannelInSelect(ctx context.Context) {
	for {
		select {
		case <-ctx.Done():
			return
		case j := <-w.jobs:
			w.rdb.Del(ctx, j.key) // want `^delete job:{orgID}:{jobID} yes$`
		}
	}
}

var useWorker = newWorker

// RangeOverMap collects keys in a map of its own, and goes through them.
func RangeOverMap(ctx context.Context, rdb *redis.Client, orgID string, ids []string) {
	seen := map[string]string{}
	for _, id := range ids {
		seen["seen:"+orgID+":"+id] = "user:" + id
	}
	for key, user := range seen {
		rdb.Get(ctx, key)  // want `^get seen:{orgID}:{id} yes$`
		rdb.Get(ctx, user) // want `^get user:{id} no$`
	}
}

// RangeOverFilledMap does not know what another function puts there.
func RangeOverFilledMap(ctx context.Context, rdb *redis.Client, fill func(map[string]int)) {
	keys := map[string]int{"a": 1}
	fill(keys)
	for k := range keys {
		rdb.Get(ctx, k) // want `^get {k} unknown$`
	}
}
