package carrier

import (
	"context"

	"github.com/redis/go-redis/v9"

	"example.com/forms/carrier/settings"
)

type parcel struct{ OrgID, ID string }

// IntoHere is filled by a function of another package, which is handed the
// address: nothing was put into it here, and yet it is not empty.
func IntoHere(ctx context.Context, rdb *redis.Client, raw any) error {
	var p parcel
	if err := settings.Into(raw, &p); err != nil {
		return err
	}
	return rdb.Get(ctx, "parcel:"+p.OrgID+":"+p.ID).Err() // want `^get parcel:{p\.OrgID}:{p\.ID} yes$`
}

type carrierOf struct{ parcel *parcel }

func newCarrierOf(raw any) *carrierOf {
	p := &parcel{}
	_ = settings.Into(raw, p)
	return &carrierOf{parcel: p}
}

// Load reads what its constructor had filled.
func (c *carrierOf) Load(ctx context.Context, rdb *redis.Client) {
	rdb.Get(ctx, "parcel:"+c.parcel.OrgID) // want `^get parcel:{c\.parcel\.OrgID} yes$`
}

// IntoLooked is handed to one that just looks: what was put into it stays.
func IntoLooked(ctx context.Context, rdb *redis.Client, orgID, itemID string) {
	p := &parcel{OrgID: orgID, ID: itemID}
	if settings.Valid(p) {
		rdb.Get(ctx, "parcel:"+p.OrgID+":"+p.ID) // want `^get parcel:{orgID}:{itemID} yes$`
	}
}

type element struct{ kind, id string }

func (e element) key() string { return e.kind + ":" + e.id }

// HandedRecord gives a method its fields, each call its own.
func HandedRecord(ctx context.Context, rdb *redis.Client, orgID, itemID string) {
	rdb.Get(ctx, element{kind: "org", id: orgID}.key())   // want `^get org:{orgID} yes$`
	rdb.Get(ctx, element{kind: "item", id: itemID}.key()) // want `^get item:{itemID} no$`
}

// Load is called with any of them.
func (e element) Load(ctx context.Context, rdb *redis.Client) {
	rdb.Get(ctx, e.kind+":all") // want `^get item:all \| org:all no$`
}
