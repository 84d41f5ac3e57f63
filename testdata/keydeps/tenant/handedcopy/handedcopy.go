// What a cache shows of itself is a copy, or what a method of its own works with.
package handedcopy

import "maps"

type Cache struct {
	load func(tenantID, id string) (string, error)
	rows map[string]string
}

func (c *Cache) Rows() map[string]string { return maps.Clone(c.rows) }

func (c *Cache) all() map[string]string { return c.rows }

func (c *Cache) Len() int { return len(c.all()) }

func (c *Cache) Get(tenantID, id string) (string, error) {
	if v, ok := c.rows[id]; ok {
		return v, nil
	}
	v, err := c.load(tenantID, id)
	if err != nil {
		return "", err
	}
	c.rows[id] = v // want `value cached under "\{id\}" depends on tenantID \(handedcopy\.go:21\), which the key leaves out`
	return v, nil
}
