// What a call is made with says for whom; another time limit does not change that.
package kit

import (
	"github.com/redis/go-redis/v9"

	"example.com/keydeps/lib/kit"
)

type Sites struct {
	rdb  *redis.Client
	name func(k *kit.Kit, siteID string) (string, error)
}

func (s *Sites) Name(k *kit.Kit, siteID string) (string, error) {
	if name, err := s.rdb.Get(k.Ctx, "site:"+siteID).Result(); err == nil {
		return name, nil
	}
	name, err := s.name(k.WithTimeoutMS(), siteID)
	if err != nil {
		return "", err
	}
	return name, s.rdb.Set(k.Ctx, "site:"+siteID, name, 0).Err() // want `depends on .*TenantID`
}
