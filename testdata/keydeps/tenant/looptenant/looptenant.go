// One value for each tenant, all under one key.
package looptenant

import (
	"context"

	"github.com/redis/go-redis/v9"
)

type Job struct {
	rdb   *redis.Client
	stats func(ctx context.Context, tenantID string) (string, error)
}

func (j *Job) Run(ctx context.Context, tenants []string, day string) error {
	for _, tenantID := range tenants {
		s, err := j.stats(ctx, tenantID)
		if err != nil {
			return err
		}
		j.rdb.Set(ctx, "stats:"+day, s, 0) // want `value cached under "stats:\{day\}" depends on tenantID`
	}
	return nil
}
