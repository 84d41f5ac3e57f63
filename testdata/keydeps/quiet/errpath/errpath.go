// The tenant is only in errors, logs, spans and metrics.
package errpath

import (
	"context"
	"fmt"
	"log"
	"time"

	lru "github.com/hashicorp/golang-lru/v2"
)

type Country struct{ Code, Name string }

type Repo struct {
	cache   *lru.Cache[string, *Country]
	find    func(ctx context.Context, code string) (*Country, error)
	observe func(name, tenant string, d time.Duration)
}

func (r *Repo) Country(ctx context.Context, tenantID, code string) (*Country, error) {
	start := time.Now()
	defer func() { r.observe("country", tenantID, time.Since(start)) }()
	if tenantID == "" {
		return nil, fmt.Errorf("no tenant for %s", code)
	}
	if c, ok := r.cache.Get(code); ok {
		log.Printf("hit %s %s", tenantID, code)
		return c, nil
	}
	ctx, cancel := context.WithTimeout(ctx, time.Second)
	defer cancel()
	c, err := r.find(ctx, code)
	switch {
	case err != nil:
		return nil, fmt.Errorf("tenant %s: country %s: %w", tenantID, code, err)
	case c == nil:
		return nil, fmt.Errorf("tenant %s: no country %s", tenantID, code)
	}
	r.cache.Add(code, c)
	return c, nil
}
