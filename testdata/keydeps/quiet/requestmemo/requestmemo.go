// A map that one request makes for itself.
package requestmemo

import lru "github.com/hashicorp/golang-lru/v2"

type Repo struct {
	cache *lru.Cache[string, string]
	find  func(tenantID, id string) (string, error)
	plan  func(code string) (string, error)
}

func (r *Repo) Names(tenantID string, ids []string) ([]string, error) {
	memo := map[string]string{}
	var out []string
	for _, id := range ids {
		v, ok := memo[id]
		if !ok {
			var err error
			if v, err = r.find(tenantID, id); err != nil {
				return nil, err
			}
			memo[id] = v
		}
		out = append(out, v)
	}
	return out, nil
}
