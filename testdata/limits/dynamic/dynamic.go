// Package dynamic keeps keys in containers without types: sync.Map, atomic
// values, lists. What was put in under one name comes out under another,
// possibly in another goroutine; the element has lost its history.
package dynamic

import (
	"container/list"
	"context"
	"sync"
	"sync/atomic"

	"github.com/redis/go-redis/v9"
)

var held sync.Map

// Hold remembers a key.
func Hold(userID, key string) { held.Store(userID, key) }

// FromMap takes the key out of a sync.Map.
func FromMap(ctx context.Context, rdb *redis.Client, userID string) {
	if key, ok := held.Load(userID); ok {
		rdb.Del(ctx, key.(string)) // want `^delete {(?:[^{}]|{[^{}]*})*} unknown$`
	}
}

var current atomic.Value

// FromAtomic takes it out of an atomic value.
func FromAtomic(ctx context.Context, rdb *redis.Client) {
	rdb.Get(ctx, current.Load().(string)) // want `^get {(?:[^{}]|{[^{}]*})*} unknown$`
}

// FromList takes keys out of a list of any.
func FromList(ctx context.Context, rdb *redis.Client, l *list.List) {
	for e := l.Front(); e != nil; e = e.Next() {
		rdb.Del(ctx, e.Value.(string)) // want `^delete {(?:[^{}]|{[^{}]*})*} (unknown|no|caller)$`
	}
}
