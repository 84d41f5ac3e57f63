// What an injected store returns is the same for all, what is put into it is the
// tenant's in the context.
package rendered

import (
	"context"
	"strings"

	"github.com/redis/go-redis/v9"

	"example.com/keydeps/lib/tenant"
)

type Pages struct {
	rdb  *redis.Client
	text func(name string) (string, error)
}

func (p *Pages) Page(ctx context.Context, name string) (string, error) {
	if page, err := p.rdb.Get(ctx, "page:"+name).Result(); err == nil {
		return page, nil
	}
	text, err := p.text(name)
	if err != nil {
		return "", err
	}
	page := strings.ReplaceAll(text, "{tenant}", string(tenant.FromContext(ctx)))
	return page, p.rdb.Set(ctx, "page:"+name, page, 0).Err() // want `depends on tenant\.FromContext\(ctx\)`
}
