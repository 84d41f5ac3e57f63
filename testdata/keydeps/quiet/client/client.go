// TanStack/query#9322: clients handed to helpers.
package client

import (
	"context"
	"log/slog"
	"net/http"

	"golang.org/x/sync/singleflight"
)

type Client struct{ hc *http.Client }

func (c *Client) get(ctx context.Context, path string) (string, error) { return "", nil }

func load(ctx context.Context, c *Client, log *slog.Logger, path string) (string, error) {
	log.Info("loading", "path", path)
	return c.get(ctx, path)
}

func Get(ctx context.Context, c *Client, log *slog.Logger, g *singleflight.Group, path string) (any, error) {
	v, err, _ := g.Do(path, func() (any, error) { return load(ctx, c, log, path) })
	return v, err
}
