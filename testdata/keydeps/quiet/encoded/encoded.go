// The value is written by an encoder into what is stored.
package encoded

import (
	"bytes"
	"context"
	"encoding/gob"

	"github.com/redis/go-redis/v9"
)

type Doc struct{ ID, Title string }

type Repo struct {
	rdb  *redis.Client
	find func(ctx context.Context, tenantID, id string) (string, error)
}

func (r *Repo) Doc(ctx context.Context, tenantID, id string) (d *Doc, err error) {
	key := "doc:" + tenantID + ":" + id
	if b, err := r.rdb.Get(ctx, key).Bytes(); err == nil {
		return d, gob.NewDecoder(bytes.NewReader(b)).Decode(&d)
	}
	defer func() {
		var buf bytes.Buffer
		if err == nil && gob.NewEncoder(&buf).Encode(d) == nil {
			r.rdb.Set(ctx, key, buf.Bytes(), 0)
		}
	}()
	d = &Doc{ID: id}
	d.Title, err = r.find(ctx, tenantID, id)
	return d, err
}
