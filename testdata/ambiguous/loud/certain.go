package loud

import (
	"context"
	"net/http"
	"regexp"
	"strings"

	"github.com/redis/go-redis/v9"
)

type message struct{ Path, Query string }

// The maker writes what it is given, and everybody may call it.
func NewMessage(path, query string) message { return message{Path: path, Query: query} }

func seen(ctx context.Context, rdb *redis.Client, m message) {
	rdb.Get(ctx, m.Path+m.Query)     // want `is ambiguous: .*: put a separator between the parts`
	rdb.Get(ctx, m.Path+":"+m.Query) // want `is ambiguous: `
}

type spec struct {
	Query string
	Args  []string
}

func newSpec(query string, args ...string) spec { return spec{Query: query, Args: args} }

// One of the calls gives what the request asks for.
func forUser(path string) spec    { return newSpec("login", path) }
func forAny(r *http.Request) spec { return newSpec(r.FormValue("query"), "any") }
func hit(ctx context.Context, rdb *redis.Client, s spec) {
	rdb.Incr(ctx, "rate:"+s.Query+":"+strings.Join(s.Args, ":")) // want `both give "[^"]*": quote s.Query \(%q\)`
}

var slug = regexp.MustCompile(`^[a-z0-9]+$`)

// The other one was asked about.
func matched(ctx context.Context, rdb *redis.Client, path, query, text string) {
	if !slug.MatchString(text) {
		return
	}
	rdb.Get(ctx, path+":"+query+":"+text) // want `is ambiguous: `
}

// posted is decoded from a request.
type posted struct {
	Path string `json:"path"`
	URL  string `json:"url"`
}

func post(ctx context.Context, rdb *redis.Client, p posted) {
	rdb.Get(ctx, p.Path+":"+p.URL) // want `is ambiguous: `
}

// A user's name has a slash.
func slashes(ctx context.Context, rdb *redis.Client, username, path string) {
	rdb.Get(ctx, username+"/"+path) // want `is ambiguous: `
}
