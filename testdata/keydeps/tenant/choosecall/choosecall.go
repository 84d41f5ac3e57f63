// Which table is read depends on the tenant.
package choosecall

import (
	lru "github.com/hashicorp/golang-lru/v2"
)

type Repo struct {
	cache *lru.Cache[string, string]
	one   func(id string) (string, error)
	two   func(id string) (string, error)
}

func (r *Repo) Name(companyID, id string) (string, error) {
	if v, ok := r.cache.Get(id); ok {
		return v, nil
	}
	find := r.one
	switch companyID {
	case "acme":
		find = r.two
	}
	v, err := find(id)
	if err != nil {
		return "", err
	}
	r.cache.Add(id, v) // want `value cached under "\{id\}" depends on companyID`
	return v, nil
}
