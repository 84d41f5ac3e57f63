// A hit of another tenant is refused.
package hitrefused

import (
	"context"
	"encoding/json"
	"errors"

	"example.com/keydeps/lib/tenant"
	"github.com/redis/go-redis/v9"
)

type Project struct {
	ID, Name string
	TenantID tenant.ID
}

type Repo struct {
	load func(ctx context.Context, t tenant.ID, id string) (Project, error)
	rdb  *redis.Client
}

func (r *Repo) Get(ctx context.Context, id string) (Project, error) {
	var p Project
	t := tenant.FromContext(ctx)
	data, err := r.rdb.Get(ctx, "project:"+id).Bytes()
	if err == nil {
		if err := json.Unmarshal(data, &p); err != nil {
			return Project{}, err
		}
		if p.TenantID != t {
			return Project{}, errors.New("not found")
		}
		return p, nil
	}
	p, err = r.load(ctx, t, id)
	if err != nil {
		return Project{}, err
	}
	data, err = json.Marshal(p)
	if err != nil {
		return Project{}, err
	}
	return p, r.rdb.Set(ctx, "project:"+id, data, 0).Err()
}
