// Package sampler keeps what was seen.
package sampler

import "example.com/keydeps/lib/entries"

type Sampler struct{ seen *entries.Seen }

func (s *Sampler) Get(key string) bool {
	_, ok := s.seen.Get(key)
	return ok
}

func (s *Sampler) Put(key string) { s.seen.Put(entries.New(key, nil).WithTTL(1)) }
