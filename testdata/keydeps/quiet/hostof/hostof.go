// A host is said to be a tenant's: the tenant is what is stored. And what is written has its key from the row.
package hostof

import (
	"context"
	"database/sql"
	"encoding/json"

	"github.com/redis/go-redis/v9"
)

type Project struct{ ID, Name string }

type Repo struct {
	rdb *redis.Client
	db  *sql.DB
}

func (r *Repo) Assign(ctx context.Context, host, tenantID string) error {
	return r.rdb.Set(ctx, "host:"+host, tenantID, 0).Err()
}

func (r *Repo) Rename(ctx context.Context, tenantID string, p *Project) error {
	if _, err := r.db.ExecContext(ctx, "UPDATE project SET name = $1 WHERE tenant_id = $2 AND id = $3", p.Name, tenantID, p.ID); err != nil {
		return err
	}
	b, err := json.Marshal(p)
	if err != nil {
		return err
	}
	return r.rdb.Set(ctx, "project:"+p.ID, b, 0).Err()
}
