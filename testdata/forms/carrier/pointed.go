package carrier

import (
	"context"
	"encoding/json"

	"github.com/redis/go-redis/v9"
)

// A meta is behind a pointer of what has it.
type meta struct {
	OrgID, ItemID string
	Up            *meta
}

type envelope struct{ Meta *meta }

// Pointed fills what a field points to after the literal.
func Pointed(ctx context.Context, rdb *redis.Client, orgID, itemID string) {
	e := &envelope{Meta: &meta{ItemID: itemID}}
	e.Meta.OrgID = orgID
	rdb.Get(ctx, e.Meta.OrgID+":"+e.Meta.ItemID) // want `^get {orgID}:{itemID} yes$`
}

// PointedTwice goes through two pointers, of a variable.
func PointedTwice(ctx context.Context, rdb *redis.Client, orgID string) {
	var e envelope
	e.Meta = &meta{Up: &meta{}}
	e.Meta.Up.OrgID = orgID
	rdb.Get(ctx, "org:"+e.Meta.Up.OrgID) // want `^get org:{orgID} yes$`
}

// PointedBefore reads before it writes: nothing is there yet.
func PointedBefore(ctx context.Context, rdb *redis.Client, itemID string) {
	e := &envelope{Meta: &meta{}}
	rdb.Get(ctx, "item:"+e.Meta.ItemID) // want `^get item: no$`
	e.Meta.ItemID = itemID
	rdb.Get(ctx, "item:"+e.Meta.ItemID) // want `^get item:{itemID} no$`
}

// PointedSometimes is filled on one way.
func PointedSometimes(ctx context.Context, rdb *redis.Client, itemID string, all bool) {
	e := &envelope{Meta: &meta{ItemID: "all"}}
	if !all {
		e.Meta.ItemID = itemID
	}
	rdb.Get(ctx, "item:"+e.Meta.ItemID) // want `^get item:all | item:{itemID} no$`
}

// PointedDecoded is filled by what can't be looked into: it is not empty.
func PointedDecoded(ctx context.Context, rdb *redis.Client, data []byte) error {
	e := &envelope{Meta: &meta{}}
	if err := json.Unmarshal(data, e); err != nil {
		return err
	}
	return rdb.Get(ctx, "item:"+e.Meta.ItemID).Err() // want `^get item:{e.Meta.ItemID} (?:no|unknown)$`
}

// PointedHelper is filled by a function of the package.
func PointedHelper(ctx context.Context, rdb *redis.Client, itemID string) {
	e := &envelope{Meta: &meta{}}
	e.fill(itemID)
	rdb.Get(ctx, "item:"+e.Meta.ItemID) // want `^get item:{(?:itemID|e.Meta.ItemID)} (?:no|unknown)$`
}

func (e *envelope) fill(itemID string) { e.Meta = &meta{ItemID: itemID} }

type holder struct {
	rdb *redis.Client
	e   *envelope
}

// PointedLoad fills what it keeps from a reply.
func (h *holder) PointedLoad(reply []string) {
	e := &envelope{Meta: &meta{}}
	for i := 0; i+1 < len(reply); i += 2 {
		switch reply[i] {
		case "item":
			e.Meta.ItemID = reply[i+1]
		}
	}
	h.e = e
}

// PointedKept reads it in another method: what was put there, whatever it is
// called, and not the empty text that it was before.
func (h *holder) PointedKept(ctx context.Context) {
	h.rdb.Get(ctx, "item:"+h.e.Meta.ItemID) // want `^get item:{(?:h\.e\.Meta\.ItemID|reply\[i \+ 1\])} no$`
}
