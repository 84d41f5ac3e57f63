// A load in the background, for a key with the tenant; the loader gets the key.
package background

import (
	lru "github.com/hashicorp/golang-lru/v2"
)

type Cache struct {
	c    *lru.Cache[string, string]
	load func(key string) (string, error)
}

func (c *Cache) Get(key string) (string, error) {
	if v, ok := c.c.Get(key); ok {
		go c.refresh(key)
		return v, nil
	}
	return c.refresh(key)
}

func (c *Cache) refresh(key string) (string, error) {
	v, err := c.load(key)
	if err == nil {
		c.c.Add(key, v)
	}
	return v, err
}
