// The program finds the tenant by the site alone: a key that has the site has the
// tenant.
package foundby

import (
	"context"

	"github.com/redis/go-redis/v9"
)

type repo interface {
	TenantIDBySite(ctx context.Context, siteID string) (string, error)
	Page(ctx context.Context, tenantID, siteID, path string) (string, error)
}

type Pages struct {
	rdb  *redis.Client
	repo repo
}

func (p *Pages) Serve(ctx context.Context, siteID, path string) (string, error) {
	tenantID, err := p.repo.TenantIDBySite(ctx, siteID)
	if err != nil {
		return "", err
	}
	return p.page(ctx, tenantID, siteID, path)
}

func (p *Pages) page(ctx context.Context, tenantID, siteID, path string) (string, error) {
	key := "page:" + siteID + ":" + path
	if page, err := p.rdb.Get(ctx, key).Result(); err == nil {
		return page, nil
	}
	page, err := p.repo.Page(ctx, tenantID, siteID, path)
	if err != nil {
		return "", err
	}
	return page, p.rdb.Set(ctx, key, page, 0).Err()
}
