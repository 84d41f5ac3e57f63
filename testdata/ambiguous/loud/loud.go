// Package loud has keys that two inputs share. Each comment says what is
// reported on its line.
package loud

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"hash/fnv"
	"net/http"
	"net/url"
	"strconv"
	"strings"

	"github.com/cespare/xxhash/v2"
	"github.com/hashicorp/golang-lru/v2"
	"github.com/redis/go-redis/v9"
)

// Free text next to other text, around a separator that it can hold.
func document(ctx context.Context, rdb *redis.Client, tenant, path string) {
	rdb.Get(ctx, fmt.Sprintf("doc:%s:%s", tenant, path)) // want `cache key "doc:\{tenant\}:\{path\}" is ambiguous: tenant="a" path="b:c" and tenant="a:b" path="c" both give "doc:a:b:c": quote path \(%q\), escape path \(url.QueryEscape\) or use a struct key`
}

// The issue's own example: slugs hold the hyphen that parts them.
func event(ctx context.Context, rdb *redis.Client, namespace, source, id string) {
	rdb.Get(ctx, namespace+"-"+source+"-"+id) // want `namespace="a" source="b-c" and namespace="a-b" source="c" both give "a-b-c-d"`
}

// What is written piece by piece is joined where it is used.
func match(c *lru.Cache[string, bool], topic, selector string) {
	var b strings.Builder
	b.WriteString("m_")
	b.WriteString(selector)
	b.WriteByte('_')
	b.WriteString(topic)
	k := b.String() // want `cache key "m_\{selector\}_\{topic\}" is ambiguous: selector="a" topic="b_c" and selector="a_b" topic="c"`
	c.Get(k)
	c.Add(k, true) // the same key: one finding
}

// tuple is told itself, not each of its callers.
type tuple struct{ Object, Relation, User string }

func tupleKey(store string, t tuple) string {
	return store + "/" + t.Object + "#" + t.Relation + "@" + t.User // want `is ambiguous: .* both give .*: quote t.Object, t.Relation and t.User \(%q\)`
}

func read(ctx context.Context, rdb *redis.Client, store string, t tuple) {
	rdb.Get(ctx, tupleKey(store, t))
}

func write(ctx context.Context, rdb *redis.Client, store string, t tuple) {
	rdb.Set(ctx, tupleKey(store, t), 1, 0)
}

// A value of a request is free text, whatever it is called.
func session(rdb *redis.Client, r *http.Request, agent string) {
	rdb.Get(r.Context(), "s:"+r.Header.Get("X-Device-Id")+":"+agent) // want `is ambiguous: .*X-Device-Id`
	rdb.Get(r.Context(), "q:"+r.URL.Query().Get("id")+":"+agent)     // want `is ambiguous: `
}

// Without a separator even ids run into each other, and so do numbers.
func member(ctx context.Context, rdb *redis.Client, tenantID, userID string, a, b int) {
	rdb.Get(ctx, "member:"+tenantID+userID)       // want `tenantID="a" userID="bc" and tenantID="ab" userID="c" both give "member:abc": put a separator between the parts`
	rdb.Get(ctx, strconv.Itoa(a)+strconv.Itoa(b)) // want `a="1" b="23" and a="12" b="3" both give "123"`
}

// A digest of an ambiguous text is as ambiguous.
func hashed(ctx context.Context, rdb *redis.Client, tenant, query string) {
	sum := sha256.Sum256([]byte(tenant + "|" + query))
	rdb.Get(ctx, "q:"+hex.EncodeToString(sum[:])) // want `cache key "\{tenant\}\|\{query\}", digested by sha256.Sum256, is ambiguous: `
	h := sha256.New()
	h.Write([]byte(tenant))
	h.Write([]byte(query))
	rdb.Get(ctx, hex.EncodeToString(h.Sum(nil))) // want `cache key "\{tenant\}\{query\}", digested by sha256.New, is ambiguous: `
}

// A short digest is the whole key.
func short(ctx context.Context, rdb *redis.Client, tenant, query string) {
	rdb.Get(ctx, strconv.FormatUint(xxhash.Sum64String(fmt.Sprintf("%q %q", tenant, query)), 16)) // want `only a digest by xxhash.Sum64String, which is short and no cryptography`
	h := fnv.New64a()
	h.Write([]byte(query))
	rdb.Get(ctx, fmt.Sprintf("q:%x", h.Sum64())) // want `only a digest by fnv.New64a`
}

type ctxKey string

const rawKeyHeader ctxKey = "x-cache-key" // copied from the request

// What has no id in front can be written as if it had.
func scope(ctx context.Context, rdb *redis.Client, accountID int) {
	raw, _ := ctx.Value(rawKeyHeader).(string)
	key := raw
	if accountID != 0 {
		key = fmt.Sprintf("acct:%d:%s", accountID, raw)
	}
	rdb.Get(ctx, "scope:"+key) // want `accountID="1" ctx.Value\("x-cache-key"\)="b" and ctx.Value\("x-cache-key"\)="acct:1:b" both give "scope:acct:1:b"`
}

// PathEscape leaves the colon as it is.
func escaped(ctx context.Context, rdb *redis.Client, tenant, path string) {
	rdb.Get(ctx, url.PathEscape(tenant)+":"+url.PathEscape(path)) // want `is ambiguous: `
}

// cached adds the tenant to what it is given; who hands over a path is told.
func cached(ctx context.Context, rdb *redis.Client, tenant, key string) {
	rdb.Get(ctx, tenant+":"+key)
}

func page(ctx context.Context, rdb *redis.Client, tenant, path string) {
	cached(ctx, rdb, tenant, path) // want `cache key "\{tenant\}:\{path\}" is ambiguous`
}

type window struct{ workspace, namespace string }

// The struct makes text of itself: it is told, not who hands it over.
func (w window) key() string {
	return fmt.Sprintf("%s-%s", w.workspace, w.namespace) // want `is ambiguous`
}

func count(ctx context.Context, rdb *redis.Client, w window) { rdb.Incr(ctx, w.key()) }

func limit(ctx context.Context, rdb *redis.Client, workspace, namespace string) {
	w := window{workspace: workspace, namespace: namespace}
	count(ctx, rdb, w)
}

// Neither a doubled separator nor one behind a backslash says where a part
// ends: "a:" and "b" become what "a" and ":b" do.
func doubled(ctx context.Context, rdb *redis.Client, path, query string) {
	rdb.Get(ctx, strings.ReplaceAll(path, ":", "::")+":"+strings.ReplaceAll(query, ":", "::")) // want `is ambiguous: `
	rdb.Get(ctx, strings.ReplaceAll(path, ":", `\:`)+":"+strings.ReplaceAll(query, ":", `\:`)) // want `is ambiguous: `
}

// No escape of net/url touches the hyphen.
func hyphens(ctx context.Context, rdb *redis.Client, path, query string) {
	rdb.Get(ctx, url.QueryEscape(path)+"-"+url.QueryEscape(query)) // want `is ambiguous: .*: quote path \(%q\), write path in hexadecimal \(%x\) or use a struct key`
}

// Nothing tells where one path ends and the next begins.
func together(ctx context.Context, rdb *redis.Client, tenantID string, paths []string) {
	var b strings.Builder
	for _, path := range paths {
		b.WriteString(path)
	}
	rdb.Get(ctx, "items:"+tenantID+":"+b.String()) // want `is ambiguous`
}
