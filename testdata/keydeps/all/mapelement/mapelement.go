// The same over a map.
package mapelement

import (
	lru "github.com/hashicorp/golang-lru/v2"
)

func Warm(c *lru.Cache[string, string], region string, all map[string]string) {
	for _, v := range all {
		c.Add("r:"+region, v) // want `value cached under "r:\{region\}" depends on v`
	}
}
