// Fields that the constructor sets are the process's configuration.
package setup

import (
	"context"

	"github.com/redis/go-redis/v9"
)

type Client struct {
	baseURL string
	retries int
	get     func(url string, retries int) (string, error)
	rdb     *redis.Client
}

func New(baseURL string, retries int, rdb *redis.Client) *Client {
	return &Client{baseURL: baseURL, retries: retries, rdb: rdb}
}

func (c *Client) Get(ctx context.Context, id string) (string, error) {
	if v, err := c.rdb.Get(ctx, "x:"+id).Result(); err == nil {
		return v, nil
	}
	v, err := c.get(c.baseURL+"/"+id, c.retries)
	if err != nil {
		return "", err
	}
	return v, c.rdb.Set(ctx, "x:"+id, v, 0).Err()
}
