// A decorator of a repository's interface.
package decorator

import (
	"context"
	"encoding/json"
	"time"

	"github.com/redis/go-redis/v9"
)

type Project struct{ ID, Name string }

type Projects interface {
	ByName(ctx context.Context, organizationID, name string) (*Project, error)
}

type cached struct {
	Projects
	rdb redis.UniversalClient
	ttl time.Duration
}

func (c *cached) ByName(ctx context.Context, organizationID, name string) (*Project, error) {
	key := "project:" + name // want `value cached under "project:\{name\}" depends on organizationID`
	if data, err := c.rdb.Get(ctx, key).Bytes(); err == nil {
		p := new(Project)
		if json.Unmarshal(data, p) == nil {
			return p, nil
		}
	}
	p, err := c.Projects.ByName(ctx, organizationID, name)
	if err != nil {
		return nil, err
	}
	if data, err := json.Marshal(p); err == nil {
		c.rdb.Set(ctx, key, data, c.ttl)
	}
	return p, nil
}
