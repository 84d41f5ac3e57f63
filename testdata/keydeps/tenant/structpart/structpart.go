// The value is a struct in which one field has the tenant's data.
package structpart

import (
	"context"
	"encoding/json"

	"github.com/redis/go-redis/v9"
)

type View struct {
	Title string
	Rows  []string
}

type Page struct {
	rdb  *redis.Client
	rows func(ctx context.Context, orgID string) ([]string, error)
}

func (p *Page) View(ctx context.Context, orgID, title string) (*View, error) {
	key := "view:" + title // want `value cached under "view:\{title\}" depends on orgID`
	var v View
	if s, err := p.rdb.Get(ctx, key).Bytes(); err == nil {
		return &v, json.Unmarshal(s, &v)
	}
	rows, err := p.rows(ctx, orgID)
	if err != nil {
		return nil, err
	}
	v.Title = title
	for _, r := range rows {
		v.Rows = append(v.Rows, r)
	}
	data, err := json.Marshal(v)
	if err != nil {
		return nil, err
	}
	return &v, p.rdb.SetEx(ctx, key, data, 60).Err()
}
