// Package entries is a store of entries, which have their keys, and a wrapper of it.
package entries

type Entry struct {
	Key   string
	Value any
	ttl   int
}

func New(key string, v any) *Entry { return &Entry{Key: key, Value: v} }

func (e *Entry) WithTTL(ttl int) *Entry { e.ttl = ttl; return e }

type Cache interface {
	Get(key string) (any, bool)
	Set(key string, v any)
}

type Seen struct{ Cache Cache }

func (s *Seen) Put(e *Entry) { s.Cache.Set(e.Key, e) }

func (s *Seen) Get(key string) (any, bool) { return s.Cache.Get(key) }
