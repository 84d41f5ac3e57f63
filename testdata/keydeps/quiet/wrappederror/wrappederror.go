// The tenant is only in the error.
package wrappederror

import (
	"fmt"

	lru "github.com/hashicorp/golang-lru/v2"
)

type Repo struct {
	cache *lru.Cache[string, string]
	find  func(tenantID, id string) (string, error)
	plan  func(code string) (string, error)
}

func (r *Repo) Plan(tenantID, code string) (string, error) {
	if v, ok := r.cache.Get(code); ok {
		return v, nil
	}
	v, err := r.plan(code)
	if err != nil {
		return "", fmt.Errorf("plan %s for tenant %s: %w", code, tenantID, err)
	}
	r.cache.Add(code, v)
	return v, nil
}
