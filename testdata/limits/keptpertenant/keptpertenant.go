// Package keptpertenant keeps a cache in an object that is itself kept under
// the tenant. Each tenant has its own, and the keys need not say whose they
// are: a false alarm. Whose object it is was decided when it was picked, a call
// or more before; keydeps follows that within a function, the judgement of keys
// only looks at the fields of the object that holds the cache.
package keptpertenant

import lru "github.com/hashicorp/golang-lru/v2"

type history struct{ seen *lru.Cache[string, int] }

var histories = map[string]*history{}

func historyOf(orgID string) *history {
	h := histories[orgID]
	if h == nil {
		seen, _ := lru.New[string, int](64)
		h = &history{seen: seen}
		histories[orgID] = h
	}
	return h
}

// Note has a history for each tenant.
func Note(orgID, pollerID string) {
	historyOf(orgID).seen.Add(pollerID, 1) // want `^set {pollerID} no$`
}

// tree is made by a stream of one tenant, and counts its own keys.
type tree struct {
	n    int
	rows *lru.Cache[int, string]
}

type stream struct {
	orgID string
	trees map[string]*tree
}

// Note has a tree for each tenant, one object further in.
func (s *stream) Note(kind, text string) { s.trees[kind].add(text) }

func (t *tree) add(text string) {
	t.n++
	t.rows.Add(t.n, text) // want `^set {t\.n[^{}]*} no$`
}
