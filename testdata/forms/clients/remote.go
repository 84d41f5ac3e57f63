package clients

import (
	"context"
	"time"

	"github.com/golang/groupcache"
	mailgun "github.com/mailgun/groupcache/v2"
	"github.com/redis/rueidis/rueidisaside"
)

// Group is of groupcache, of which there are two: only one takes values.
func Group(ctx context.Context, g *groupcache.Group, m *mailgun.Group, orgID, itemID string) {
	var text string
	g.Get(ctx, "item:"+itemID, groupcache.StringSink(&text)) // want `^get item:{itemID} no$`
	m.Get(ctx, "org:"+orgID, mailgun.StringSink(&text))      // want `^get org:{orgID} yes$`
	m.Set(ctx, "org:"+orgID, nil, time.Time{}, false)        // want `^set org:{orgID} yes$`
	m.Remove(ctx, "item:"+itemID)                            // want `^delete item:{itemID} no$`
}

// Aside makes what Redis does not have: the time it is kept for stands before
// the key.
func Aside(ctx context.Context, c rueidisaside.CacheAsideClient, orgID, itemID string) {
	load := func(context.Context, string) (string, error) { return "", nil }
	c.Get(ctx, time.Minute, "item:"+itemID, load) // want `^get item:{itemID} no$`
	c.Get(ctx, time.Minute, "org:"+orgID, load)   // want `^get org:{orgID} yes$`
	c.Del(ctx, "item:"+itemID)                    // want `^delete item:{itemID} no$`
}
