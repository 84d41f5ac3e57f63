// The default is cached, a tenant's own setting is looked up each time before it.
package overrides

import (
	"context"
	"database/sql"
	"time"

	"github.com/redis/go-redis/v9"
)

type Flags struct {
	rdb *redis.Client
	db  *sql.DB
}

func (f *Flags) flag(ctx context.Context, tenantID, name string) (on bool, err error) {
	err = f.db.QueryRowContext(ctx, "SELECT enabled FROM flag WHERE tenant_id = $1 AND name = $2", tenantID, name).Scan(&on)
	return on, err
}

func (f *Flags) On(ctx context.Context, tenantID, name string) (bool, error) {
	if on, err := f.flag(ctx, tenantID, name); err == nil {
		return on, nil
	}
	key := "flag:" + name
	if on, err := f.rdb.Get(ctx, key).Bool(); err == nil {
		return on, nil
	}
	on, err := f.flag(ctx, "", name)
	if err != nil {
		return false, err
	}
	return on, f.rdb.Set(ctx, key, on, time.Minute).Err()
}
