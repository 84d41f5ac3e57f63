package builder

import (
	lru "github.com/hashicorp/golang-lru/v2"
)

// A partKey is a key that only its builder makes.
type partKey struct{ data string }

func (b *keyBytes) partKey() partKey { return partKey{string(b.data)} }

func pageKey(tenantID, object string) partKey {
	b := fromPool()
	defer b.release()
	b.add("page")
	b.add(tenantID)
	b.add(object)
	return b.partKey()
}

func plainPageKey(object string) partKey {
	b := fromPool()
	defer b.release()
	b.add("plain")
	b.add(object)
	return b.partKey()
}

// pages keeps the key that it was made with until it is closed.
type pages struct {
	cache    *lru.Cache[partKey, []byte]
	cacheKey partKey
	rows     []byte
}

func newPages(c *lru.Cache[partKey, []byte], cacheKey partKey) *pages {
	return &pages{cache: c, cacheKey: cacheKey}
}

func openPages(c *lru.Cache[partKey, []byte], tenantID, object string) *pages {
	key := pageKey(tenantID, object)
	if rows, ok := c.Get(key); ok { // want `^get .*page.*{tenantID}.*{object} yes$`
		return &pages{rows: rows}
	}
	return newPages(c, key)
}

var useOpenPages = openPages

// KeptStruct uses a struct key that its maker took, and that a pooled builder
// made.
func (p *pages) KeptStruct() {
	p.cache.Add(p.cacheKey, p.rows) // want `^set .*page.*{tenantID}.*{object} yes$`
}

// KeptStructNoTenant is the negative of the key alone.
func KeptStructNoTenant(c *lru.Cache[partKey, []byte], object string) {
	c.Get(plainPageKey(object)) // want `^get .*plain.*{object} (no|unknown)$`
}
