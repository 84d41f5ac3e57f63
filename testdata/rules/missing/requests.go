package missing

import (
	"context"

	"github.com/redis/go-redis/v9"
)

// A bus remembers what came of a request by the key that its sender chose.
type bus struct {
	rdb    *redis.Client
	prefix string
}

func (b *bus) remove(ctx context.Context, topic, idempotencyKey string) error {
	return b.rdb.Del(ctx, b.prefix+".result."+topic+"."+idempotencyKey).Err()
}

type removeRequest struct{ Topic, IdempotencyKey string }

type batchRequest struct{ Removes []*removeRequest }

type executor struct{ bus *bus }

// The parts are picked here. That a field is called an idempotency key does not
// make the request the callers' key: they are not told.
func (e *executor) remove(ctx context.Context, r *removeRequest) error {
	return e.bus.remove(ctx, r.Topic, r.IdempotencyKey) // want `"{e.bus.prefix}.result.{r.Topic}.{r.IdempotencyKey}" has no tenant`
}

func (e *executor) batch(ctx context.Context, req *batchRequest) {
	for _, r := range req.Removes {
		_ = e.remove(ctx, r)
	}
}

type handler struct{ executor *executor }

func (h *handler) Batch(ctx context.Context, req *batchRequest) { h.executor.batch(ctx, req) }
