// The incident: the query has the tenant, the key does not.
package queryargs

import (
	"context"
	"database/sql"
	"fmt"

	lru "github.com/hashicorp/golang-lru/v2"
)

type Repo struct {
	db    *sql.DB
	cache *lru.Cache[string, *Project]
}

type Project struct {
	ID   int
	Name string
}

func (r *Repo) Project(ctx context.Context, tenantID string, id int) (*Project, error) {
	key := fmt.Sprintf("project:%d", id) // want `^value cached under "project:\{id\}" depends on tenantID \(queryargs.go:28\), which the key leaves out$`
	if p, ok := r.cache.Get(key); ok {
		return p, nil
	}
	p := &Project{}
	if err := r.db.QueryRowContext(ctx, "SELECT id, name FROM project WHERE tenant_id = $1 AND id = $2", tenantID, id).Scan(&p.ID, &p.Name); err != nil {
		return nil, err
	}
	r.cache.Add(key, p)
	return p, nil
}
