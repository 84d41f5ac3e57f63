package quiet

import (
	"context"
	"errors"
	"fmt"
	"hash/fnv"
	"net/http"
	"strconv"
	"strings"

	"github.com/redis/go-redis/v9"
)

// What fmt prints of a map says itself where it begins and ends.
func printed(ctx context.Context, rdb *redis.Client, installation int, repo string, permissions map[string]string) {
	rdb.Get(ctx, fmt.Sprintf("%d:%s:%v", installation, repo, permissions))
}

type scope struct{ workspaceID, name string }

func (s scope) String() string { return s.workspaceID + ":" + s.name }

type manyCache struct{ values map[scope]string }

func (c *manyCache) GetMany(keys []scope) []string {
	var out []string
	for _, key := range keys {
		if v, ok := c.values[key]; ok {
			out = append(out, v)
		}
	}
	return out
}

// Struct keys are compared field by field, in a list too.
func structs(c *manyCache, workspaceID string, names []string) []string {
	keys := make([]scope, len(names))
	for i, name := range names {
		keys[i] = scope{workspaceID: workspaceID, name: name}
	}
	return c.GetMany(keys)
}

type fetcher interface {
	Fetch(ctx context.Context, keys []string) []string
}

type remote struct{ rdb *redis.Client }

func (r *remote) Fetch(ctx context.Context, keys []string) []string {
	vals := r.rdb.MGet(ctx, keys...).Val()
	out := make([]string, len(vals))
	for i, v := range vals {
		out[i], _ = v.(string)
	}
	return out
}

// Each name of a list is a key of its own.
func listed(ctx context.Context, f fetcher, names []string) []string {
	keys := make([]string, 0, len(names))
	for _, name := range names {
		keys = append(keys, strings.ToLower(name))
	}
	return f.Fetch(ctx, keys)
}

// An Ident is made by a function that checks it.
type Ident string

var errIdent = errors.New("no identifier")

// NewIdent checks its text.
func NewIdent(s string) (Ident, error) {
	if strings.ContainsAny(s, "/:") {
		return "", errIdent
	}
	return Ident(s), nil
}

func asset(ctx context.Context, rdb *redis.Client, id Ident, path string) {
	rdb.Get(ctx, fmt.Sprintf("%s/%s", id, path))
}

// A byte is one byte, not its digits.
func marked(ctx context.Context, rdb *redis.Client, name string, kind int32) {
	rdb.Get(ctx, "queue:"+name+string([]byte{byte(kind)}))
}

func short(s string) string {
	h := fnv.New64a()
	h.Write([]byte(s))
	return strconv.FormatUint(h.Sum64(), 36)
}

func keep(ctx context.Context, rdb *redis.Client, accountID, digest string) {
	rdb.Set(ctx, "sem:"+accountID+":"+digest, 1, 0)
}

// A short digest beside the account's id tells no two accounts apart, and has not to.
func semaphore(ctx context.Context, rdb *redis.Client, accountID string, r *http.Request) {
	keep(ctx, rdb, accountID, short(r.FormValue("expr")))
}

type stored struct{ Query, Body string }

func (s *stored) read(text string) { s.Query, s.Body, _ = strings.Cut(text, "\x00") }

// The query is kept with what was found, and compared when that is read.
func compared(ctx context.Context, rdb *redis.Client, query string) string {
	var s stored
	s.read(rdb.Get(ctx, short(query)).Val())
	if s.Query != query {
		return ""
	}
	return s.Body
}

func kept(ctx context.Context, rdb *redis.Client, query, body string) {
	s := stored{Query: query, Body: body}
	rdb.Set(ctx, short(query), s.Query+"\x00"+s.Body, 0)
}
