// The tenant is in the URL that is fetched.
package urlbuilt

import (
	"context"
	"io"
	"net/http"
	"net/url"

	"golang.org/x/sync/singleflight"
)

type Client struct {
	hc *http.Client
	g  singleflight.Group
}

func (c *Client) Status(ctx context.Context, namespace, name string) (any, error) {
	v, err, _ := c.g.Do(name, func() (any, error) { // want `depends on namespace`
		u := url.URL{Scheme: "https", Host: "api", Path: "/ns/" + namespace + "/pods/" + name}
		req, err := http.NewRequestWithContext(ctx, "GET", u.String(), nil)
		if err != nil {
			return nil, err
		}
		resp, err := c.hc.Do(req)
		if err != nil {
			return nil, err
		}
		defer resp.Body.Close()
		return io.ReadAll(resp.Body)
	})
	return v, err
}
