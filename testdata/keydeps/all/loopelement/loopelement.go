// The key does not change in the loop, the value does: the last one wins.
package loopelement

import (
	lru "github.com/hashicorp/golang-lru/v2"
)

type item struct{ ID, Name string }

func Warm(c *lru.Cache[string, string], region string, list func(region string) []item) {
	for _, it := range list(region) {
		c.Add(region, it.Name) // want `value cached under "\{region\}" depends on it.Name`
	}
}
