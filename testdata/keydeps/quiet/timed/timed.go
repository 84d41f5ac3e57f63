// What is found is served while it is young, to the company that is in its key.
package timed

import (
	"context"
	"database/sql"
	"sync"
	"time"
)

type entry struct {
	at    time.Time
	value string
}

type Settings struct {
	mu  sync.RWMutex
	m   map[string]entry
	ttl time.Duration
	db  *sql.DB
}

func (s *Settings) get(k string) (string, bool) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	e, ok := s.m[k]
	if !ok || time.Since(e.at) > s.ttl {
		return "", false
	}
	return e.value, true
}

func (s *Settings) set(k, v string) {
	s.mu.Lock()
	s.m[k] = entry{time.Now(), v}
	s.mu.Unlock()
}

func (s *Settings) Value(ctx context.Context, companyID, name string) (string, error) {
	if v, ok := s.get(companyID + "\x00" + name); ok {
		return v, nil
	}
	var v string
	if err := s.db.QueryRowContext(ctx, "SELECT v FROM setting WHERE company = ? AND name = ?", companyID, name).Scan(&v); err != nil {
		return "", err
	}
	s.set(companyID+"\x00"+name, v)
	return v, nil
}
