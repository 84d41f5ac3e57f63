// Package perquery remembers what it has worked out in a map that lives as long
// as one query. The type is called a cache and keeps a map, and who holds it is
// not followed: it is listed as a store. A false alarm where a registry names
// the tenant.
package perquery

type nameCache struct{ known map[string]int }

func newNameCache() *nameCache { return &nameCache{known: map[string]int{}} }

func (c *nameCache) length(key string) int {
	n, ok := c.known[key]
	if !ok {
		n = len(key)
		c.known[key] = n
	}
	return n
}

// Query makes its own cache, which nobody else sees.
func Query(columns []string) (total int) {
	c := newNameCache()
	for _, column := range columns {
		total += c.length("column:" + column) // want `^get column:{[^{}]*} no$`
	}
	return total
}
