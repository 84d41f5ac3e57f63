// The value comes through a channel, and through a group of goroutines.
package channel

import (
	"context"

	lru "github.com/hashicorp/golang-lru/v2"
	"golang.org/x/sync/errgroup"
)

type Repo struct {
	cache *lru.Cache[string, string]
	find  func(ctx context.Context, tenantID, id string) (string, error)
}

func (r *Repo) Name(ctx context.Context, tenantID, id string) (string, error) {
	if v, ok := r.cache.Get(id); ok {
		return v, nil
	}
	ch := make(chan string, 1)
	go func() {
		v, _ := r.find(ctx, tenantID, id)
		ch <- v
	}()
	v := <-ch
	r.cache.Add(id, v) // want `value cached under "\{id\}" depends on tenantID`
	return v, nil
}

func (r *Repo) Both(ctx context.Context, tenantID, id string) (string, error) {
	if v, ok := r.cache.Get("both:" + id); ok {
		return v, nil
	}
	var a, b string
	g, ctx := errgroup.WithContext(ctx)
	g.Go(func() (err error) {
		a, err = r.find(ctx, tenantID, id)
		return err
	})
	g.Go(func() (err error) {
		b, err = r.find(ctx, tenantID, "x"+id)
		return err
	})
	if err := g.Wait(); err != nil {
		return "", err
	}
	r.cache.Add("both:"+id, a+b) // want `value cached under "both:\{id\}" depends on tenantID`
	return a + b, nil
}
