package carrier

import (
	"context"
	"fmt"

	"github.com/redis/go-redis/v9"
)

// A record is what every row has.
type record struct{ ID int }

type org struct {
	record
	Name string
}

type item struct {
	*record
	Org org
}

// PromotedParam reads a field that the parameter's type embeds: it is the
// org's id.
func PromotedParam(ctx context.Context, rdb *redis.Client, org *org) {
	rdb.Get(ctx, fmt.Sprintf("meter:%d", org.ID)) // want `^get meter:{org.ID} yes$`
}

// PromotedType is known by the type of what embeds it, whatever the variable is
// called.
func PromotedType(ctx context.Context, rdb *redis.Client, o org) {
	rdb.Get(ctx, fmt.Sprintf("meter:%d", o.ID)) // want `^get meter:{o.ID} yes$`
}

// PromotedPointer is embedded by its address, and belongs to an item.
func PromotedPointer(ctx context.Context, rdb *redis.Client, it *item) {
	rdb.Get(ctx, fmt.Sprintf("item:%d", it.ID))    // want `^get item:{it.ID} no$`
	rdb.Get(ctx, fmt.Sprintf("org:%d", it.Org.ID)) // want `^get org:{it.Org.ID} yes$`
}

// PromotedLoaded is of what a function returns.
func PromotedLoaded(ctx context.Context, rdb *redis.Client, load func(string) (*org, error), name string) error {
	o, err := load(name)
	if err != nil {
		return err
	}
	return rdb.Get(ctx, fmt.Sprintf("meter:%d", o.ID)).Err() // want `^get meter:{o.ID} yes$`
}

// PromotedNamed gives the embedded struct a name of its own: by that it is a
// record's id, of an item.
func PromotedNamed(ctx context.Context, rdb *redis.Client, it *item) {
	r := it.record
	rdb.Get(ctx, fmt.Sprintf("item:%d", r.ID)) // want `^get item:{(?:r|it).ID} no$`
}
