// A store that a closure captures is no more made of what is put into it than any
// other: what is brought up to date is the record that was found.
package capturedstore

import (
	"context"
	"encoding/json"
	"fmt"
	"time"
)

type Download struct {
	ID, TenantID, Path string
	Asked              int
}

type records interface {
	Keys(ctx context.Context, pattern string) ([]string, error)
	Get(ctx context.Context, key string) (string, error)
	Set(ctx context.Context, key, value string, ttl time.Duration) error
}

type Downloads struct{ cache records }

func (d *Downloads) Add(ctx context.Context, tenantID, siteID, path string) (string, error) {
	ids, err := d.cache.Keys(ctx, fmt.Sprintf("download:%s:%s:*", siteID, path))
	if err != nil {
		return "", err
	}
	for _, id := range ids {
		found := func() bool {
			text, err := d.cache.Get(ctx, id)
			if err != nil {
				return false
			}
			var old Download
			if json.Unmarshal([]byte(text), &old) != nil {
				return false
			}
			old.Asked++
			b, err := json.Marshal(old)
			return err == nil && d.cache.Set(ctx, id, string(b), time.Hour) == nil
		}()
		if found {
			return id, nil
		}
	}
	id := fmt.Sprintf("download:%s:%s:%d", siteID, path, time.Now().UnixNano())
	b, err := json.Marshal(Download{ID: id, TenantID: tenantID, Path: path})
	if err != nil {
		return "", err
	}
	return id, d.cache.Set(ctx, id, string(b), time.Hour)
}
