// The cache lives as long as the call.
package local

import (
	lru "github.com/hashicorp/golang-lru/v2"
)

func Names(tenantID string, ids []string, load func(tenantID, id string) string) []string {
	seen, err := lru.New[string, string](100)
	if err != nil {
		return nil
	}
	memo := map[string]string{}
	var out []string
	for _, id := range ids {
		v, ok := seen.Get(id)
		if !ok {
			v = load(tenantID, id)
			seen.Add(id, v)
		}
		if _, ok := memo[id]; !ok {
			memo[id] = load(tenantID, id)
		}
		out = append(out, v, memo[id])
	}
	return out
}
