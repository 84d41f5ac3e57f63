// Rows under their own ids: the row decides what is stored.
package rowsdecide

import (
	"context"
	"encoding/json"
	"fmt"

	"github.com/redis/go-redis/v9"
)

type Row struct {
	ID   int
	Name string
}

type Repo struct {
	list func(ctx context.Context, tenantID string) ([]*Row, error)
	rdb  *redis.Client
}

func (r *Repo) Warm(ctx context.Context, tenantID string) error {
	rows, err := r.list(ctx, tenantID)
	if err != nil {
		return err
	}
	pipe := r.rdb.Pipeline()
	for i := range rows {
		data, err := json.Marshal(rows[i])
		if err != nil {
			return err
		}
		pipe.Set(ctx, fmt.Sprintf("row:%d", rows[i].ID), data, 0)
	}
	_, err = pipe.Exec(ctx)
	return err
}
