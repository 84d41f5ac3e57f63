// The tenant is in the span and in the log that the context carries, not in what is loaded.
package spans

import (
	"context"
	"database/sql"
	"log/slog"

	"example.com/keydeps/lib/logctx"
	"github.com/redis/go-redis/v9"
)

type Span interface{ End() }

type Tracer interface {
	Start(ctx context.Context, name string, attrs ...string) (context.Context, Span)
}

type Repo struct {
	rdb    *redis.Client
	db     *sql.DB
	tracer Tracer
}

func (r *Repo) Plan(ctx context.Context, tenantID, code string) (string, error) {
	ctx, span := r.tracer.Start(ctx, "plan", "tenant", tenantID)
	defer span.End()
	ctx = logctx.With(ctx, slog.String("tenant", tenantID))
	if v, err := r.rdb.Get(ctx, "plan:"+code).Result(); err == nil {
		return v, nil
	}
	var text string
	if err := r.db.QueryRowContext(ctx, "SELECT text FROM plan WHERE code = $1", code).Scan(&text); err != nil {
		return "", err
	}
	return text, r.rdb.Set(ctx, "plan:"+code, text, 0).Err()
}
