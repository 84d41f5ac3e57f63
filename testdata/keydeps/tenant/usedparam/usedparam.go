// A function of another package that does need the tenant.
package usedparam

import (
	"database/sql"

	"example.com/keydeps/lib/pick"
	lru "github.com/hashicorp/golang-lru/v2"
)

type Service struct {
	db    *sql.DB
	cache *lru.Cache[string, string]
}

func (s *Service) Plan(tenantID, code string) (string, error) {
	if n, ok := s.cache.Get(code); ok {
		return n, nil
	}
	name, err := pick.Plan(s.db, tenantID, code)
	if err != nil {
		return "", err
	}
	s.cache.Add(code, name) // want `value cached under "\{code\}" depends on tenantID \(usedparam.go:20\)`
	return name, nil
}
