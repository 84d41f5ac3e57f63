// A loop that ends with the first element that fits.
package firstmatch

import (
	lru "github.com/hashicorp/golang-lru/v2"
)

func Find(c *lru.Cache[string, string], key string, all []string, fits func(string) bool) {
	for _, it := range all {
		if fits(it) {
			c.Add("first", it)
			break
		}
	}
}
