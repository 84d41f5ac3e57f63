// A goroutine notes the tenant beside the load.
package audited

import lru "github.com/hashicorp/golang-lru/v2"

type Repo struct {
	cache *lru.Cache[string, string]
	find  func(tenantID, id string) (string, error)
	plan  func(code string) (string, error)
}

type Audit struct {
	Repo
	note func(tenantID, code string)
}

func (a *Audit) Plan(tenantID, code string) (string, error) {
	go a.note(tenantID, code)
	if v, ok := a.cache.Get(code); ok {
		return v, nil
	}
	v, err := a.plan(code)
	if err == nil {
		a.cache.Add(code, v)
		a.note(tenantID, v)
	}
	return v, err
}
