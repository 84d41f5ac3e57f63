// The tenant counts its loads, and is refused past its quota.
package counted

import (
	"errors"

	lru "github.com/hashicorp/golang-lru/v2"
)

type Repo struct {
	cache *lru.Cache[string, string]
	find  func(tenantID, id string) (string, error)
	plan  func(code string) (string, error)
}

type Limited struct {
	Repo
	used map[string]int
}

func (l *Limited) Plan(tenantID, code string) (string, error) {
	if l.used[tenantID]++; l.used[tenantID] > 100 {
		return "", errors.New("too many")
	}
	if v, ok := l.cache.Get(code); ok {
		return v, nil
	}
	v, err := l.plan(code)
	if err == nil {
		l.cache.Add(code, v)
	}
	return v, err
}
