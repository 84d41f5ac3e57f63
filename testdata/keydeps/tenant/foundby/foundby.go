// What the program finds the tenant by is not in the key, is someone who can be of
// many, or is not enough by itself.
package foundby

import (
	"context"

	"github.com/redis/go-redis/v9"
)

type repo interface {
	TenantIDBySite(ctx context.Context, siteID string) (string, error)
	TenantIDOfUser(ctx context.Context, userID string) (string, error)
	TenantByBranch(ctx context.Context, region, branch string) (string, error)
	CountTenantsByCountry(ctx context.Context, country string) (int, error)
	Page(ctx context.Context, tenantID, path string) (string, error)
}

type Pages struct {
	rdb  *redis.Client
	repo repo
}

func (p *Pages) get(ctx context.Context, key, tenantID, path string) (string, error) {
	if page, err := p.rdb.Get(ctx, key).Result(); err == nil {
		return page, nil
	}
	page, err := p.repo.Page(ctx, tenantID, path)
	if err != nil {
		return "", err
	}
	return page, p.rdb.Set(ctx, key, page, 0).Err()
}

func (p *Pages) ByPath(ctx context.Context, tenantID, path string) (string, error) {
	return p.get(ctx, "path:"+path, tenantID, path) // want `depends on tenantID`
}

func (p *Pages) ByUser(ctx context.Context, tenantID, userID, path string) (string, error) {
	return p.get(ctx, "user:"+userID+":"+path, tenantID, path) // want `depends on tenantID`
}

func (p *Pages) ByBranch(ctx context.Context, tenantID, branch, path string) (string, error) {
	return p.get(ctx, "branch:"+branch+":"+path, tenantID, path) // want `depends on tenantID`
}

func (p *Pages) ByCountry(ctx context.Context, tenantID, country, path string) (string, error) {
	return p.get(ctx, "country:"+country+":"+path, tenantID, path) // want `depends on tenantID`
}
