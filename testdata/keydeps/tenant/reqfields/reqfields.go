// Two fields of one request: the key has one of them.
package reqfields

import (
	"database/sql"

	lru "github.com/hashicorp/golang-lru/v2"
)

type Params struct {
	WorkspaceID string
	ID          string
}

type Service struct {
	db    *sql.DB
	cache *lru.Cache[string, string]
}

func (s *Service) Get(p *Params) (string, error) {
	if v, ok := s.cache.Get(p.ID); ok {
		return v, nil
	}
	var v string
	if err := s.db.QueryRow("SELECT v FROM t WHERE ws = $1 AND id = $2", p.WorkspaceID, p.ID).Scan(&v); err != nil {
		return "", err
	}
	s.cache.Add(p.ID, v) // want `depends on p.WorkspaceID`
	return v, nil
}
