// Package builder writes a key piece by piece into a strings.Builder, a
// bytes.Buffer or a byte slice. What counts is the order of the writes before
// the text is taken out.
package builder

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/redis/go-redis/v9"
)

// Builder uses every write method of strings.Builder.
func Builder(ctx context.Context, rdb *redis.Client, orgID, itemID string) {
	var b strings.Builder
	b.Grow(64)
	b.WriteString("item")
	b.WriteByte(':')
	b.WriteString(orgID)
	b.WriteRune('/')
	b.Write([]byte(itemID))
	rdb.Get(ctx, b.String()) // want `^get item:{orgID}/{itemID} yes$`
}

// BuilderNoTenant is the negative.
func BuilderNoTenant(ctx context.Context, rdb *redis.Client, itemID string) {
	b := new(strings.Builder)
	b.WriteString("item:")
	b.WriteString(itemID)
	rdb.Get(ctx, b.String()) // want `^get item:{itemID} no$`
}

// Fprintf formats into the builder.
func Fprintf(ctx context.Context, rdb *redis.Client, tenantID, itemID string) {
	var b strings.Builder
	fmt.Fprintf(&b, "item:%s", tenantID)
	fmt.Fprint(&b, ":", itemID)
	rdb.Get(ctx, b.String()) // want `^get item:{tenantID}:{itemID} yes$`
}

// IOWriteString writes through the io package.
func IOWriteString(ctx context.Context, rdb *redis.Client, userID string) {
	var b strings.Builder
	io.WriteString(&b, "user:")
	io.WriteString(&b, userID)
	rdb.Get(ctx, b.String()) // want `^get user:{userID} no$`
}

// Buffer does it with bytes.Buffer.
func Buffer(ctx context.Context, rdb *redis.Client, orgID, itemID string) {
	var b bytes.Buffer
	b.WriteString(orgID)
	b.WriteByte(':')
	b.WriteString(itemID)
	rdb.Get(ctx, b.String()) // want `^get {orgID}:{itemID} yes$`
}

// BufferFromText starts with text in the buffer.
func BufferFromText(ctx context.Context, rdb *redis.Client, itemID string) {
	b := bytes.NewBufferString("item:")
	b.WriteString(itemID)
	rdb.Get(ctx, b.String()) // want `^get item:{itemID} no$`
}

// Reset forgets what was written before it: the tenant is gone.
func Reset(ctx context.Context, rdb *redis.Client, orgID, itemID string) {
	var b strings.Builder
	b.WriteString(orgID + ":")
	b.Reset()
	b.WriteString("item:" + itemID)
	rdb.Get(ctx, b.String()) // want `^get item:{itemID} no$`
}

// TwoReads takes the text out twice: the second key has more in it.
func TwoReads(ctx context.Context, rdb *redis.Client, userID, itemID string) {
	var b strings.Builder
	b.WriteString("user:" + userID)
	rdb.Get(ctx, b.String()) // want `^get user:{userID} no$`
	b.WriteString(":item:" + itemID)
	rdb.Get(ctx, b.String()) // want `^get user:{userID}:item:{itemID} no$`
}

func writeScope(b *strings.Builder, orgID string) {
	b.WriteString("org:")
	b.WriteString(orgID)
	b.WriteByte(':')
}

// ByHelper lets a function of the package write the scope.
func ByHelper(ctx context.Context, rdb *redis.Client, tenantID, itemID string) {
	var b strings.Builder
	writeScope(&b, tenantID)
	b.WriteString(itemID)
	rdb.Get(ctx, b.String()) // want `^get org:{tenantID}:{itemID} yes$`
}

// Conditional writes the tenant on one branch only.
func Conditional(ctx context.Context, rdb *redis.Client, shared bool, orgID, itemID string) {
	var b strings.Builder
	b.WriteString("item:")
	if !shared {
		b.WriteString(orgID + ":")
	}
	b.WriteString(itemID)
	rdb.Get(ctx, b.String()) // want `^get item:{itemID} \| item:{orgID}:{itemID} sometimes$`
}

type keyWriter struct{ b strings.Builder }

func (w *keyWriter) add(part string) *keyWriter {
	if w.b.Len() > 0 {
		w.b.WriteByte(':')
	}
	w.b.WriteString(part)
	return w
}

// OwnWriter writes through a type of the package with a separator that
// depends on what was written before. Which parts go in is certain; whether a
// separator stands before each is left open to a tool that does not count.
func OwnWriter(ctx context.Context, rdb *redis.Client, orgID, itemID string) {
	w := &keyWriter{}
	w.add("item").add(orgID).add(itemID)
	rdb.Get(ctx, w.b.String()) // want `^get (.*item.*{orgID}.*{itemID}.*|{(?:[^{}]|{[^{}]*})*}) (yes|unknown)$`
}

// AppendBytes grows a byte slice.
func AppendBytes(ctx context.Context, rdb *redis.Client, orgID string, itemID int64) {
	buf := make([]byte, 0, 64)
	buf = append(buf, "item:"...)
	buf = append(buf, orgID...)
	buf = append(buf, ':')
	buf = strconv.AppendInt(buf, itemID, 10)
	rdb.Get(ctx, string(buf)) // want `^get item:{orgID}:{itemID} yes$`
}

// AppendQuote uses the other appenders of strconv.
func AppendQuote(ctx context.Context, rdb *redis.Client, docName string, draft bool) {
	buf := []byte("doc:")
	buf = strconv.AppendBool(buf, draft)
	buf = append(buf, ':')
	buf = strconv.AppendQuote(buf, docName)
	rdb.Get(ctx, string(buf)) // want `^get doc:{draft}:({docName}|"{docName}") no$`
}

// BufferBytes takes bytes out, not text.
func BufferBytes(ctx context.Context, rdb *redis.Client, tenantID string) {
	var b bytes.Buffer
	b.WriteString("t:")
	b.WriteString(tenantID)
	rdb.Get(ctx, string(b.Bytes())) // want `^get t:{tenantID} yes$`
}

// ReturnedBuilder gets the builder from a function of the package.
func ReturnedBuilder(ctx context.Context, rdb *redis.Client, orgID, itemID string) {
	b := scoped(orgID)
	b.WriteString(itemID)
	rdb.Get(ctx, b.String()) // want `^get {orgID}:{itemID} yes$`
}

func scoped(orgID string) *strings.Builder {
	b := &strings.Builder{}
	b.WriteString(orgID)
	b.WriteByte(':')
	return b
}
