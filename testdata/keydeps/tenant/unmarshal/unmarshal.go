// The value is decoded from what was fetched.
package unmarshal

import (
	"encoding/json"
	"time"

	gocache "github.com/patrickmn/go-cache"
)

type Doc struct{ Title string }

type Client struct {
	get   func(path string) ([]byte, error)
	cache *gocache.Cache
}

func (c *Client) Doc(tenantID, id string) (*Doc, error) {
	if d, ok := c.cache.Get("doc:" + id); ok {
		return d.(*Doc), nil
	}
	data, err := c.get("/t/" + tenantID + "/d/" + id)
	if err != nil {
		return nil, err
	}
	d := new(Doc)
	if err := json.Unmarshal(data, d); err != nil {
		return nil, err
	}
	c.cache.Set("doc:"+id, d, time.Minute) // want `value cached under "doc:\{id\}" depends on tenantID`
	return d, nil
}
