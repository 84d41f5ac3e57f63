// Package repeated asks one question twice: the caller has asked, and what it
// calls asks again. Of the four ways through both, two can't be taken, and
// nobody looks yet at what a question had for an answer before. So a template
// is listed that no run makes. A false alternative.
package repeated

import (
	"context"
	"strings"

	"github.com/redis/go-redis/v9"
)

type place struct{ Kind, Owner string }

func (p place) kind() string { return strings.ToLower(p.Kind) }

// owner is of a share whoever has made it, and of all else the user.
func (p place) owner(userID string) string {
	if p.kind() == "share" {
		return "owner:" + p.Owner
	}
	return "user:" + userID
}

// BothAsk has no key state:bin/owner:{p.Owner}, since a bin is no share.
func BothAsk(ctx context.Context, rdb *redis.Client, p place, userID string) {
	if p.kind() == "bin" {
		rdb.Get(ctx, "state:bin/"+p.owner(userID)) // want `^get state:bin/owner:{p\.Owner} \| state:bin/user:{userID} no$`
	}
}

type shard struct{ cluster bool }

// slot is there in a cluster alone.
func (s shard) slot(itemID string) string {
	if !s.cluster {
		return itemID
	}
	return "slot:" + itemID
}

// FieldAsked has the one key slot:{itemID}.
func FieldAsked(ctx context.Context, rdb *redis.Client, s shard, itemID string) {
	if s.cluster {
		rdb.Get(ctx, "item:"+s.slot(itemID)) // want `^get item:slot:{itemID} \| item:{itemID} no$`
	}
}
