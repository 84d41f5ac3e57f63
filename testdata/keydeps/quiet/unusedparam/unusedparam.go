// A function of another package gets the tenant, and its result has nothing to do with it.
package unusedparam

import (
	"database/sql"

	"example.com/keydeps/lib/pick"
	lru "github.com/hashicorp/golang-lru/v2"
)

type Service struct {
	db    *sql.DB
	log   func(string)
	cache *lru.Cache[string, string]
}

func (s *Service) Country(tenantID, code string) (string, error) {
	if n, ok := s.cache.Get(code); ok {
		return n, nil
	}
	name, err := pick.Country(s.db, tenantID, code, s.log)
	if err != nil {
		return "", err
	}
	s.cache.Add(code, name)
	return name, nil
}
