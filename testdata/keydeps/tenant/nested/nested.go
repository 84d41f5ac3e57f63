// The tenant is captured through two closures and a retry.
package nested

import (
	"golang.org/x/sync/singleflight"
)

type API struct{ g singleflight.Group }

func retry(n int, f func() error) error {
	var err error
	for range n {
		if err = f(); err == nil {
			return nil
		}
	}
	return err
}

func fetch(workspaceID, path string) (string, error) { return "", nil }

func (a *API) Get(workspaceID, path string) (any, error) {
	v, err, _ := a.g.Do(path, func() (any, error) { // want `depends on workspaceID \(nested.go:26\)`
		var out string
		err := retry(3, func() (err error) {
			out, err = remote(workspaceID, path)
			return err
		})
		return out, err
	})
	return v, err
}

var remote func(workspaceID, path string) (string, error)
