package quiet

import (
	"context"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"encoding/hex"
	"fmt"
	"hash"
	"net/http"
	"strconv"
	"strings"

	"github.com/redis/go-redis/v9"
)

// enforce puts each part behind its own length, whatever its callers call it.
func enforce(ctx context.Context, rdb *redis.Client, subject, path, action string) {
	rdb.Get(ctx, lengths(subject, path, action))
}

func lengths(parts ...string) string {
	var b strings.Builder
	for _, s := range parts {
		b.WriteString(strconv.Itoa(len(s)))
		b.WriteByte(':')
		b.WriteString(s)
	}
	return b.String()
}

// A length in a fixed number of bytes, in each of the ways to write one.
func binaryLengths(ctx context.Context, rdb *redis.Client, path, query string) {
	b := binary.BigEndian.AppendUint32(nil, uint32(len(path)))
	b = append(b, path...)
	b = append(b, query...)
	rdb.Get(ctx, string(b))

	h := sha256.New()
	_ = binary.Write(h, binary.LittleEndian, uint64(len(path)))
	h.Write([]byte(path))
	h.Write([]byte(query))
	rdb.Get(ctx, hex.EncodeToString(h.Sum(nil)))
}

// The helper that writes the length has the hash as an interface.
func helperLengths(ctx context.Context, rdb *redis.Client, paths []string, query string) {
	h := sha256.New()
	writeLength(h, len(query))
	h.Write([]byte(query))
	for _, path := range paths {
		writeLength(h, len(path))
		h.Write([]byte(path))
	}
	rdb.Get(ctx, hex.EncodeToString(h.Sum(nil)))
}

func writeLength(h hash.Hash, n int) {
	var b [8]byte
	binary.LittleEndian.PutUint64(b[:], uint64(n))
	h.Write(b[:])
}

// A byte that no UTF-8 text has ends each part.
func invalidByte(ctx context.Context, rdb *redis.Client, path string, queries []string) {
	h := sha256.New()
	h.Write([]byte(path))
	h.Write([]byte{0xff})
	for _, query := range queries {
		h.Write([]byte(query))
		h.Write([]byte{0xff})
	}
	rdb.Get(ctx, hex.EncodeToString(h.Sum(nil)))
}

type label struct{ name, text string }

// Each part of each round is hexadecimal, so that no round is mistaken.
func rounds(ctx context.Context, rdb *redis.Client, domain string, labels []label, now int64) {
	key := hex.EncodeToString([]byte(domain)) + "_"
	for _, l := range labels {
		key += hex.EncodeToString([]byte(l.name)) + "_" + hex.EncodeToString([]byte(l.text)) + "_"
	}
	rdb.Get(ctx, key+strconv.FormatInt(now, 10))
}

// The standard alphabet has no hyphen.
func standard(ctx context.Context, rdb *redis.Client, path, query string) {
	e := base64.StdEncoding
	rdb.Get(ctx, e.EncodeToString([]byte(path))+"-"+e.EncodeToString([]byte(query)))
}

var escaper = strings.NewReplacer("%", "%25", ":", "%3A")

// The replacer leaves no colon.
func replacer(ctx context.Context, rdb *redis.Client, path, query string) {
	rdb.Get(ctx, escaper.Replace(path)+":"+query)
}

// What was cut out at a colon has none.
func pieces(ctx context.Context, rdb *redis.Client, raw, path string) {
	rdb.Get(ctx, strings.Split(raw, ":")[0]+":"+path)
	host, _, _ := strings.Cut(raw, ":")
	rdb.Get(ctx, host+":"+path)
}

// An escaped path has no question mark.
func escapedPath(rdb *redis.Client, r *http.Request) {
	rdb.Get(r.Context(), r.URL.EscapedPath()+"?"+r.URL.RawQuery)
}

// Go's syntax quotes the fields.
func syntax(ctx context.Context, rdb *redis.Client, p place) { rdb.Get(ctx, fmt.Sprintf("%#v", p)) }

// A rune is one rune.
func initial(ctx context.Context, rdb *redis.Client, first rune, path string) {
	rdb.Get(ctx, string(first)+path)
}
