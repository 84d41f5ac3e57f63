// A row under its own id: what else it has is decided by that.
package entity

import (
	"context"
	"encoding/json"

	"github.com/redis/go-redis/v9"
)

type Project struct{ ID, TenantID, Name string }

type Repo struct {
	rdb *redis.Client
}

func (r *Repo) Put(ctx context.Context, p *Project) error {
	data, err := json.Marshal(p)
	if err != nil {
		return err
	}
	return r.rdb.Set(ctx, "project:"+p.ID, data, 0).Err()
}
