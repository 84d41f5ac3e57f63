// A list of filters that is made in a loop and with conditions.
package clauseloop

import (
	lru "github.com/hashicorp/golang-lru/v2"
)

type Filter struct {
	TenantID string
	Kinds    []string
}

type Repo struct {
	cache *lru.Cache[string, []string]
	run   func(conds map[string]any) ([]string, error)
}

func (r *Repo) Names(f Filter, kind string) ([]string, error) {
	if v, ok := r.cache.Get(kind); ok {
		return v, nil
	}
	conds := make(map[string]any)
	conds["kind"] = kind
	if f.TenantID != "" {
		conds["tenant_id"] = f.TenantID
	}
	v, err := r.run(conds)
	if err != nil {
		return nil, err
	}
	r.cache.Add(kind, v) // want `value cached under "\{kind\}" depends on f.TenantID`
	return v, nil
}
