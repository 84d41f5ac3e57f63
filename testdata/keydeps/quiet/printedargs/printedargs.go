// A generic cached call: the key prints all that the function is given.
package printedargs

import (
	"context"
	"fmt"

	"example.com/keydeps/lib/cachelib"
)

func call[A, R any](ctx context.Context, c *cachelib.Cache[R], name string, args A, f func(A) (R, error)) (R, error) {
	return c.Remember(ctx, fmt.Sprintf("%s:%+v", name, args), func(context.Context) (R, error) { return f(args) })
}

type docArgs struct{ Tenant, ID string }

func Doc(ctx context.Context, c *cachelib.Cache[string], find func(tenant, id string) (string, error), tenantID, id string) (string, error) {
	return call(ctx, c, "doc", docArgs{tenantID, id}, func(a docArgs) (string, error) { return find(a.Tenant, a.ID) })
}
