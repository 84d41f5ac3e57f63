// What users of such rules report as wrong: none of these leaves anything out.
package questions

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"strings"
	"time"

	lru "github.com/hashicorp/golang-lru/v2"
	"golang.org/x/sync/singleflight"
)

const version = "v3"

var defaults = map[string]string{"locale": "en"}

var ErrEmpty = errors.New("empty")

type Filter struct {
	Tenant string
	Page   *int
	Tags   []string
}

// Key is made by a method.
func (f Filter) Key() string {
	return fmt.Sprintf("%s/%v/%s", f.Tenant, f.Page, strings.Join(f.Tags, ","))
}

type Repo struct {
	cache *lru.Cache[string, []string]
	group singleflight.Group
	list  func(ctx context.Context, tenant string, page int, tags []string) ([]string, error)
	log   *slog.Logger
	now   func() time.Time
	count func(string)
}

// Whole has the whole object in the key and fields of it in the function.
func (r *Repo) Whole(ctx context.Context, f *Filter) ([]string, error) {
	data, err := json.Marshal(f)
	if err != nil {
		return nil, err
	}
	sum := sha256.Sum256(data)
	key := hex.EncodeToString(sum[:])
	if v, ok := r.cache.Get(key); ok {
		return v, nil
	}
	page := 1
	if f.Page != nil {
		page = *f.Page
	}
	v, err := r.list(ctx, f.Tenant, page, f.Tags)
	if err == nil {
		r.cache.Add(key, v)
	}
	return v, err
}

// Built has a key that a method builds.
func (r *Repo) Built(ctx context.Context, f Filter) ([]string, error) {
	v, err, _ := r.group.Do(f.Key(), func() (any, error) {
		r.log.Info("list", "tenant", f.Tenant)
		r.count(f.Tenant)
		if f.Tenant == "" {
			return nil, ErrEmpty
		}
		p := 0
		if f.Page != nil {
			p = *f.Page
		}
		out, err := r.list(ctx, f.Tenant, p, f.Tags)
		if err != nil {
			return nil, fmt.Errorf("list %s at %v: %w", f.Tenant, r.now(), err)
		}
		return append(out, version, defaults["locale"]), nil
	})
	if err != nil {
		return nil, err
	}
	return v.([]string), nil
}

// Normalised has values in the key that the function's are made of.
func (r *Repo) Normalised(ctx context.Context, tenant, tags string) ([]string, error) {
	tenant = strings.ToLower(strings.TrimSpace(tenant))
	list := strings.Split(tags, ",")
	key := tenant + "|" + strings.Join(list, ",")
	if v, ok := r.cache.Get(key); ok {
		return v, nil
	}
	slug := strings.ReplaceAll(tenant, " ", "-")
	v, err := r.list(ctx, slug, 0, list)
	if err == nil {
		r.cache.Add(key, v)
	}
	return v, err
}

// Optional has a default for what is not given, in both.
func (r *Repo) Optional(ctx context.Context, tenant string, page *int) ([]string, error) {
	p := 1
	if page != nil {
		p = *page
	}
	key := fmt.Sprintf("%s:%d", tenant, p)
	if v, ok := r.cache.Get(key); ok {
		return v, nil
	}
	var got []string
	for attempt := 0; attempt < 3; attempt++ {
		v, err := r.list(ctx, tenant, p, nil)
		if err == nil {
			got = v
			break
		}
	}
	r.cache.Add(key, got)
	return got, nil
}
