// Package templated writes the key with text/template. The template is a small
// program of its own: ranges, functions, fields by name. Its text is constant
// here, so a tool could run it on symbols, but it would need the template
// package's semantics in full; the key stays unknown. The tenant that is in
// the data is no proof that it is in the text.
package templated

import (
	"context"
	"strings"
	"text/template"

	"github.com/redis/go-redis/v9"
)

var itemKey = template.Must(template.New("item").Parse("item:{{.OrgID}}:{{.ID}}"))

// Executed writes into a builder.
func Executed(ctx context.Context, rdb *redis.Client, orgID, itemID string) error {
	var b strings.Builder
	data := struct{ OrgID, ID string }{orgID, itemID}
	if err := itemKey.Execute(&b, data); err != nil {
		return err
	}
	return rdb.Get(ctx, b.String()).Err() // want `^get {(?:[^{}]|{[^{}]*})*} unknown$`
}
