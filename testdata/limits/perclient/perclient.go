// Package perclient keeps tenants apart by something else than the key: each
// has a connection, a database number or a cache object of its own. The keys
// need no tenant and have none. Known false alarm: that one client belongs to
// one tenant is a fact about how the map was filled; such keys are to be
// registered as global, with that as the reason.
package perclient

import (
	"context"

	"github.com/redis/go-redis/v9"
)

type pool struct{ clients map[string]*redis.Client }

// OwnConnection picks the tenant's client first.
func (p *pool) OwnConnection(ctx context.Context, tenantID, itemID string) {
	p.clients[tenantID].Get(ctx, "item:"+itemID) // want `^get item:{itemID} no$`
}

// OwnDatabase dials a database by number.
func OwnDatabase(ctx context.Context, addr string, orgNumber int, itemID string) {
	rdb := redis.NewClient(&redis.Options{Addr: addr, DB: orgNumber})
	rdb.Get(ctx, "item:"+itemID) // want `^get item:{itemID} no$`
}
