// Package compared takes a way only where a value is another one. A test for
// being empty rules the empty text out; a test for any other value rules
// nothing out, so that value stays an alternative behind it.
package compared

import (
	"context"
	"encoding/hex"

	"github.com/redis/go-redis/v9"
)

// ID is an account's id.
type ID [16]byte

// None is no account.
var None ID

func (i ID) String() string { return hex.EncodeToString(i[:]) }

func name(id ID) string {
	if id == None {
		return "accounts:-"
	}
	return "accounts:" + id.String()
}

// Overwritten never asks for accounts:{None}.
func Overwritten(ctx context.Context, rdb *redis.Client, orgID *ID) {
	id := None
	if orgID != nil {
		id = *orgID
	}
	rdb.Get(ctx, name(id)) // want `^get accounts:- \| accounts:{None} \| accounts:{orgID} yes$`
}
