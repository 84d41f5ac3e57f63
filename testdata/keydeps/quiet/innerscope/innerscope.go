// TanStack/query#5088: variables of the loader's own scope.
package innerscope

import (
	"encoding/json"

	"golang.org/x/sync/singleflight"
)

type Repo struct {
	fetch func(url string) ([]byte, error)
	g     singleflight.Group
}

func (r *Repo) First() (any, error) {
	v, err, _ := r.g.Do("first", func() (any, error) {
		data, err := r.fetch("https://example.com/users")
		if err != nil {
			return nil, err
		}
		var users []struct{ Name string }
		if err := json.Unmarshal(data, &users); err != nil {
			return nil, err
		}
		return users[0].Name, nil
	})
	return v, err
}
