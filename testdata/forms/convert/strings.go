package convert

import (
	"context"
	"strings"

	"github.com/redis/go-redis/v9"
)

// Lower changes the case of a value: the value is still what is in the key.
func Lower(ctx context.Context, rdb *redis.Client, docName string) {
	rdb.Get(ctx, "doc:"+strings.ToLower(docName)) // want `^get doc:({docName}|{strings\.ToLower\(docName\)}) no$`
}

// LowerTenant does it to the tenant.
func LowerTenant(ctx context.Context, rdb *redis.Client, orgID, docName string) {
	rdb.Get(ctx, strings.ToLower(orgID)+":"+docName) // want `^get ({orgID}|{strings\.ToLower\(orgID\)}):{docName} yes$`
}

// UpperWhole changes literal text and values alike.
func UpperWhole(ctx context.Context, rdb *redis.Client, docName string) {
	rdb.Get(ctx, strings.ToUpper("doc:"+docName)) // want `^get DOC:({docName}|{strings\.ToUpper\(docName\)}) no$`
}

// UpperConstant is computed.
func UpperConstant(ctx context.Context, rdb *redis.Client, docName string) {
	kind := "doc"
	rdb.Get(ctx, strings.ToUpper(kind)+":"+docName) // want `^get DOC:{docName} no$`
}

// TrimmedSpace takes space off a value.
func TrimmedSpace(ctx context.Context, rdb *redis.Client, docName string) {
	rdb.Get(ctx, "doc:"+strings.TrimSpace(docName)) // want `^get doc:({docName}|{strings\.TrimSpace\(docName\)}) no$`
}

// TrimPrefixKnown takes off text that is known to be there.
func TrimPrefixKnown(ctx context.Context, rdb *redis.Client, docID string) {
	full := "tmp:doc:" + docID
	rdb.Get(ctx, strings.TrimPrefix(full, "tmp:")) // want `^get doc:{docID} no$`
}

// TrimSuffixKnown takes the last separator off.
func TrimSuffixKnown(ctx context.Context, rdb *redis.Client, orgID, docID string) {
	full := "doc:" + orgID + ":" + docID + ":"
	rdb.Get(ctx, strings.TrimSuffix(full, ":")) // want `^get doc:{orgID}:{docID} yes$`
}

// TrimPrefixAbsent takes off text that is known not to be there.
func TrimPrefixAbsent(ctx context.Context, rdb *redis.Client, docID string) {
	rdb.Get(ctx, strings.TrimPrefix("doc:"+docID, "page:")) // want `^get doc:{docID} no$`
}

// TrimPrefixUnknown may or may not find the prefix in the value.
func TrimPrefixUnknown(ctx context.Context, rdb *redis.Client, docID string) {
	rdb.Get(ctx, "doc:"+strings.TrimPrefix(docID, "doc_")) // want `^get doc:({docID}|{strings\.TrimPrefix\(docID, "doc_"\)}) no$`
}

// TrimChars takes characters off both ends of a value.
func TrimChars(ctx context.Context, rdb *redis.Client, docName string) {
	rdb.Get(ctx, "doc:"+strings.Trim(docName, "/")) // want `^get doc:({docName}|{strings\.Trim\(docName, "/"\)}) no$`
}

// ReplacedSeparator replaces in text and values: the text's change is known.
func ReplacedSeparator(ctx context.Context, rdb *redis.Client, orgID, docID string) {
	rdb.Get(ctx, strings.ReplaceAll("doc/"+orgID+"/"+docID, "/", ":")) // want `^get doc:{(?:[^{}]|{[^{}]*})*}:{(?:[^{}]|{[^{}]*})*} yes$`
}

// ReplacedFirst replaces one occurrence, which is in the text before any hole.
func ReplacedFirst(ctx context.Context, rdb *redis.Client, docID string) {
	rdb.Get(ctx, strings.Replace("doc/"+docID, "/", ":", 1)) // want `^get doc:{(?:[^{}]|{[^{}]*})*} no$`
}

// ReplacedPlaceholder fills a placeholder of a constant pattern.
func ReplacedPlaceholder(ctx context.Context, rdb *redis.Client, tenantID string) {
	const pattern = "doc:<tenant>:all"
	rdb.Get(ctx, strings.ReplaceAll(pattern, "<tenant>", tenantID)) // want `^get doc:{tenantID}:all yes$`
}

var placeholders = strings.NewReplacer(" ", "_", ":", "-")

// Replacer cleans a value with a strings.Replacer.
func Replacer(ctx context.Context, rdb *redis.Client, docName string) {
	rdb.Get(ctx, "doc:"+placeholders.Replace(docName)) // want `^get doc:({docName}|{placeholders\.Replace\(docName\)}) no$`
}

// RepeatedConstant is computed.
func RepeatedConstant(ctx context.Context, rdb *redis.Client, docID string) {
	rdb.Get(ctx, strings.Repeat("ab", 2)+":"+docID) // want `^get abab:{docID} no$`
}

// Padded repeats a character so often as the value is short: the padding is a
// hole of its own, the value follows.
func Padded(ctx context.Context, rdb *redis.Client, docID string) {
	rdb.Get(ctx, "doc:"+strings.Repeat("0", 8-len(docID))+docID) // want `^get doc:{(?:[^{}]|{[^{}]*})*}{docID} no$`
}

// CutPart takes what stands before a separator in a value.
func CutPart(ctx context.Context, rdb *redis.Client, slug string) {
	head, _, _ := strings.Cut(slug, "/")
	rdb.Get(ctx, "doc:"+head) // want `^get doc:({head}|{slug}|{strings\.Cut\(slug, "/"\)}) no$`
}

// SplitPart takes one part of a value by index.
func SplitPart(ctx context.Context, rdb *redis.Client, slug string) {
	parts := strings.Split(slug, "/")
	rdb.Get(ctx, "doc:"+parts[1]) // want `^get doc:({parts\[1\]}|{slug}|{strings\.Split\(slug, "/"\)\[1\]}) no$`
}

// SplitTenant takes the tenant out of a compound value: its name says so.
func SplitTenant(ctx context.Context, rdb *redis.Client, slug, docID string) {
	orgID, _, _ := strings.Cut(slug, "/")
	rdb.Get(ctx, orgID+":doc:"+docID) // want `^get ({orgID}|{slug}|{strings\.Cut\(slug, "/"\)}):doc:{docID} yes$`
}

// CutConstant is computed: the parts of a known text are known.
func CutConstant(ctx context.Context, rdb *redis.Client, docID string) {
	kind, rest, _ := strings.Cut("doc:v2", ":")
	rdb.Get(ctx, kind+"/"+rest+"/"+docID) // want `^get doc/v2/{docID} no$`
}

// Mapped changes every rune of a value.
func Mapped(ctx context.Context, rdb *redis.Client, docName string) {
	clean := strings.Map(func(r rune) rune {
		if r == ':' {
			return '_'
		}
		return r
	}, docName)
	rdb.Get(ctx, "doc:"+clean) // want `^get doc:{(?:[^{}]|{[^{}]*})*} no$`
}

// Cloned copies text: nothing changes.
func Cloned(ctx context.Context, rdb *redis.Client, orgID, docID string) {
	rdb.Get(ctx, strings.Clone("doc:"+orgID+":"+docID)) // want `^get doc:{orgID}:{docID} yes$`
}
