// Package homonym has a value that is called like the tenant and is another
// one: the organisation that wrote a document, not the one that reads it. Known
// miss: the name is the only evidence, and it lies; a registry that lists the
// real tenant's type under from, with strict, tells them apart.
package homonym

import (
	"context"

	"github.com/redis/go-redis/v9"
)

type document struct{ OrgID, ID string }

// Author has the author's organisation in the key; readers of others share it.
func Author(ctx context.Context, rdb *redis.Client, d document) {
	rdb.Get(ctx, "doc:"+d.OrgID+":"+d.ID) // want `^get doc:{d\.OrgID}:{d\.ID} yes$`
}
