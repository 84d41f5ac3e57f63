// Package handedon hands a key on under a name that says nothing of keys, to
// what an interface hides or a goroutine runs. The finding stands where the
// parameter is used, not where the key is put together: a false alarm where
// the caller has put the tenant in. So does that of a field which only a
// constructor writes.
package handedon

import (
	"context"
	"path/filepath"

	lru "github.com/hashicorp/golang-lru/v2"
	"github.com/redis/go-redis/v9"
)

type eviction interface{ Touch(rPath string) }

type evictor struct{ files *lru.Cache[string, int] }

func (e *evictor) Touch(rPath string) {
	e.files.Get(rPath) // want `^get {rPath} no$`
}

// Open has the tenant in the path.
func Open(e eviction, orgID, file string) {
	e.Touch(filepath.Join(orgID, file))
}

type bus struct {
	rdb     *redis.Client
	channel string
}

func newBus(rdb *redis.Client, prefix, name string) *bus { return &bus{rdb, prefix + name} }

// Send uses what the constructor has put together: the key is shown as the
// field, and told here.
func (b *bus) Send(ctx context.Context, text string) {
	b.rdb.Publish(ctx, b.channel, text) // want `^publish {b\.channel} no$`
}

// Bus is set up elsewhere in the program.
func Bus(ctx context.Context, rdb *redis.Client, prefix, name string) {
	newBus(rdb, prefix, name).Send(ctx, "")
}
