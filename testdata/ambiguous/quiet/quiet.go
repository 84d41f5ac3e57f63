// Package quiet has keys that no two inputs share, or that are not known to be.
package quiet

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"time"

	"github.com/hashicorp/golang-lru/v2"
	"github.com/redis/go-redis/v9"
)

// Two ids around a separator, and free text that nothing else is near.
func ids(ctx context.Context, rdb *redis.Client, tenantID, userID, path string) {
	rdb.Get(ctx, "user:"+tenantID+":"+userID)
	rdb.Get(ctx, "path:"+path)
}

// Numbers end where no digit follows.
func numbers(ctx context.Context, rdb *redis.Client, tenant int64, id uint, path string) {
	rdb.Get(ctx, fmt.Sprintf("%d:%d", tenant, id))
	rdb.Get(ctx, fmt.Sprintf("%d:%s", tenant, path))
	rdb.Get(ctx, fmt.Sprintf("%s:%d", path, id))
	rdb.Get(ctx, fmt.Sprintf("%s:%t:%d", path, id > 3, id))
}

// A part that says itself where it ends.
func delimited(ctx context.Context, rdb *redis.Client, tenant, path string) {
	rdb.Get(ctx, fmt.Sprintf("%q:%q", tenant, path))
	rdb.Get(ctx, fmt.Sprintf("%q:%s", tenant, path))
	rdb.Get(ctx, strconv.Quote(tenant)+path)
	rdb.Get(ctx, url.PathEscape(tenant)+"/"+url.PathEscape(path))
	rdb.Get(ctx, url.QueryEscape(tenant)+":"+path)
	rdb.Get(ctx, hex.EncodeToString([]byte(tenant))+":"+path)
	rdb.Get(ctx, fmt.Sprintf("%x|%x", tenant, path))
	rdb.Get(ctx, fmt.Sprintf("%d:%s%s", len(tenant), tenant, path))
	rdb.Get(ctx, tenant+"\x00"+path)
	rdb.Get(ctx, strings.ReplaceAll(tenant, ":", "_")+":"+path)
}

type place struct{ tenant, path string }

// The fields of a struct are compared one by one.
func structKey(c *lru.Cache[place, string], tenant, path string) {
	k := place{tenant: tenant, path: path}
	c.Get(k)
	c.Add(place{tenant, path}, "")
}

// cache hands a struct on: still none of its fields is mistaken.
type cache[K comparable] struct{ rows *lru.Cache[K, string] }

func (c *cache[K]) get(key K) { c.rows.Get(key) }

func structKeyInside(c *lru.Cache[place, string], tenant, path string) { c.Get(place{tenant, path}) }

func wrapped(c *cache[place], l *lru.Cache[place, string], name, path string) {
	c.get(place{name, path})
	structKeyInside(l, name, path)
}

// Digests are of one length, and JSON knows its parts.
func digests(ctx context.Context, rdb *redis.Client, tenant, path string) {
	a, b := sha256.Sum256([]byte(tenant)), sha256.Sum256([]byte(path))
	rdb.Get(ctx, hex.EncodeToString(a[:])+hex.EncodeToString(b[:]))
	data, err := json.Marshal(place{tenant, path})
	if err != nil {
		return
	}
	sum := sha256.Sum256(data)
	rdb.Get(ctx, hex.EncodeToString(sum[:]))
}

type kind string

const (
	kindUser  kind = "user"
	kindGroup kind = "group"
)

// A choice of constants can be told from what follows.
func enum(ctx context.Context, rdb *redis.Client, k kind, path string) {
	rdb.Get(ctx, string(k)+":"+path)
	_, _ = kindUser, kindGroup
}

// A time has its layout.
func times(ctx context.Context, rdb *redis.Client, t time.Time, path string) {
	rdb.Get(ctx, path+":"+t.Format(time.RFC3339))
}

// The method of a request is a token.
func method(rdb *redis.Client, r *http.Request) {
	rdb.Get(r.Context(), r.Method+":"+r.URL.Path)
}

type store struct {
	prefix string
	rdb    *redis.Client
}

// A prefix is the same for all that the store does.
func (s *store) get(ctx context.Context, path string) { s.rdb.Get(ctx, s.prefix+path) }

// A lock hands over nothing.
func lock(ctx context.Context, rdb *redis.Client, tenant, path string) {
	rdb.SetNX(ctx, "lock:"+tenant+":"+path, 1, 0)
}

// The backslash is escaped too, and before the separator is.
func backslashes(ctx context.Context, rdb *redis.Client, path, query string) {
	escape := func(s string) string { return strings.ReplaceAll(strings.ReplaceAll(s, `\`, `\\`), ":", `\:`) }
	rdb.Get(ctx, escape(path)+":"+escape(query))
	rdb.Get(ctx, strings.ReplaceAll(strings.ReplaceAll(path, `\`, `\\`), ":", `\:`)+":"+strings.ReplaceAll(strings.ReplaceAll(query, `\`, `\\`), ":", `\:`))
}

// The separator is left out only behind the last id.
func separated(ctx context.Context, rdb *redis.Client, tenantID string, ids []string) {
	var b strings.Builder
	for i, id := range ids {
		b.WriteString(id)
		if i < len(ids)-1 {
			b.WriteRune(';')
		}
	}
	rdb.Get(ctx, "items:"+tenantID+":"+b.String())
}
