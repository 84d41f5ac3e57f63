package loud

import (
	"context"
	"encoding/base64"
	"fmt"
	"net/http"
	"strconv"
	"strings"

	"github.com/redis/go-redis/v9"
)

// The URL alphabet has the hyphen.
func urlAlphabet(ctx context.Context, rdb *redis.Client, path, query string) {
	e := base64.RawURLEncoding
	rdb.Get(ctx, e.EncodeToString([]byte(path))+"-"+e.EncodeToString([]byte(query))) // want `is ambiguous`
}

// Digits that nothing ends may go on in the text.
func endlessLength(ctx context.Context, rdb *redis.Client, path, query string) {
	rdb.Get(ctx, strconv.Itoa(len(path))+path+query) // want `is ambiguous`
}

// Two texts in hexadecimal run into each other as any other do.
func hexTogether(ctx context.Context, rdb *redis.Client, a, b string) {
	rdb.Get(ctx, fmt.Sprintf("%x%x", a, b)) // want `is ambiguous: .*: put a separator between the parts`
}

var noColon = strings.NewReplacer("%", "%25", ":", "%3A")

// The replacer leaves the separator at hand.
func otherSeparator(ctx context.Context, rdb *redis.Client, path, query string) {
	rdb.Get(ctx, noColon.Replace(path)+"/"+query) // want `is ambiguous`
}

// What is behind the first colon may have more of them.
func behind(ctx context.Context, rdb *redis.Client, raw, path string) {
	_, after, _ := strings.Cut(raw, ":")
	rdb.Get(ctx, after+":"+path) // want `is ambiguous`
}

// A list of free text is ambiguous in itself.
func paths(ctx context.Context, rdb *redis.Client, paths []string) {
	rdb.Get(ctx, "files:"+strings.Join(paths, ",")) // want `paths\[0\]="a" paths\[1\]="b,c" and paths\[0\]="a,b" paths\[1\]="c" both give "files:a,b,c"`
}

// The names of the parameters are the program's, what they hold is the sender's.
func params(rdb *redis.Client, r *http.Request, order []string) {
	var b strings.Builder
	for _, k := range order {
		b.WriteString(k + "=" + r.URL.Query().Get(k) + "&")
	}
	rdb.Get(r.Context(), b.String()) // want `is ambiguous`
}

// A round for each entry: the domain can be written as if it had one.
func entries(ctx context.Context, rdb *redis.Client, domain string, entries []tuple) {
	key := domain + "_"
	for _, e := range entries {
		key += e.Object + "_" + e.Relation + "_"
	}
	rdb.Get(ctx, key) // want `is ambiguous`
}
