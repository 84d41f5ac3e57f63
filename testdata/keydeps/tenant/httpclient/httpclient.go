// An HTTP request is put together with the tenant, its body is decoded.
package httpclient

import (
	"context"
	"encoding/json"
	"net/http"
	"sync"
)

type Config struct{ Name string }

type Client struct {
	base  string
	http  *http.Client
	cache sync.Map
}

func (c *Client) Config(ctx context.Context, tenantID, name string) (*Config, error) {
	if v, ok := c.cache.Load(name); ok {
		return v.(*Config), nil
	}
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, c.base+"/config/"+name, nil)
	if err != nil {
		return nil, err
	}
	req.Header.Set("X-Tenant-ID", tenantID)
	resp, err := c.http.Do(req)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	var cfg Config
	if err := json.NewDecoder(resp.Body).Decode(&cfg); err != nil {
		return nil, err
	}
	c.cache.Store(name, &cfg) // want `value cached under "\{name\}" depends on tenantID`
	return &cfg, nil
}
