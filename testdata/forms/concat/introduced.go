package concat

import (
	"context"
	"fmt"

	"github.com/redis/go-redis/v9"
)

// IntroducedID is called id, and the text in front of it says of what.
func IntroducedID(ctx context.Context, rdb *redis.Client, id string) {
	rdb.Get(ctx, "org:"+id)                             // want `^get org:{id} yes$`
	rdb.Get(ctx, fmt.Sprintf("org-id-%s-settings", id)) // want `^get org-id-{id}-settings yes$`
	rdb.Get(ctx, "tenant_"+id+":items")                 // want `^get tenant_{id}:items yes$`
}

// IntroducedThing is another thing's.
func IntroducedThing(ctx context.Context, rdb *redis.Client, id string) {
	rdb.Get(ctx, "item:"+id)          // want `^get item:{id} no$`
	rdb.Get(ctx, "org:item:"+id)      // want `^get org:item:{id} no$`
	rdb.Get(ctx, "organizer:"+id)     // want `^get organizer:{id} no$`
	rdb.Get(ctx, "id:"+id)            // want `^get id:{id} no$`
	rdb.Get(ctx, "org"+id)            // want `^get org{id} no$`
	rdb.Get(ctx, "org:all:"+id+":id") // want `^get org:all:{id}:id no$`
}

// IntroducedNamed has a name of its own, which says more than the text.
func IntroducedNamed(ctx context.Context, rdb *redis.Client, itemID string, user struct{ ID string }) {
	rdb.Get(ctx, "org:"+itemID)  // want `^get org:{itemID} no$`
	rdb.Get(ctx, "org:"+user.ID) // want `^get org:{user.ID} no$`
}

func orgMemberCount(ctx context.Context, rdb *redis.Client, id string) {
	rdb.Get(ctx, "org-id-"+id) // want `^get org-id-{id} yes$`
}

var useOrgMemberCount = orgMemberCount
