// A loop that looks for the one element that the key names.
package search

import (
	lru "github.com/hashicorp/golang-lru/v2"
)

type item struct{ Login, ID string }

func Find(c *lru.Cache[string, string], login string, all []item) {
	for _, it := range all {
		if it.Login == login {
			c.Add(login, it.ID)
		}
	}
}
