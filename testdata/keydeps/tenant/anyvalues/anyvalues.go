// A cache of any, with the loader first and an odd name.
package anyvalues

import (
	"sync"
	"time"
)

type item struct {
	v   any
	exp time.Time
}

type Store struct {
	mu sync.Mutex
	m  map[string]*item
}

func (s *Store) Through(make func() (any, error), ttl time.Duration, name string) (any, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if it := s.m[name]; it != nil && time.Now().Before(it.exp) {
		return it.v, nil
	}
	v, err := make()
	if err != nil {
		return nil, err
	}
	s.m[name] = &item{v: v, exp: time.Now().Add(ttl)}
	return v, nil
}

type Repo struct {
	s     *Store
	query func(shopID string) (int, error)
}

func (r *Repo) Orders(shopID string) (int, error) {
	v, err := r.s.Through(func() (any, error) { return r.query(shopID) }, time.Minute, "orders") // want `depends on shopID`
	if err != nil {
		return 0, err
	}
	return v.(int), nil
}
