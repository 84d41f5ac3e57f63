package sprintf

import (
	"context"
	"fmt"
	"strings"

	"github.com/redis/go-redis/v9"
)

// Sprint adds no space next to a string.
func Sprint(ctx context.Context, rdb *redis.Client, tenantID, itemID string) {
	rdb.Get(ctx, fmt.Sprint("item:", tenantID, ":", itemID)) // want `^get item:{tenantID}:{itemID} yes$`
}

// SprintNumbers adds a space between two operands of which neither is text.
func SprintNumbers(ctx context.Context, rdb *redis.Client, itemID, pageNo int) {
	rdb.Get(ctx, fmt.Sprint("item:", itemID, pageNo)) // want `^get item:{itemID} {pageNo} no$`
}

// Sprintln puts spaces between all operands and ends the line, which is
// trimmed off here.
func Sprintln(ctx context.Context, rdb *redis.Client, itemID string) {
	rdb.Get(ctx, strings.TrimSuffix(fmt.Sprintln("item", itemID), "\n")) // want `^get item {itemID} no$`
}

// Appendf formats into bytes.
func Appendf(ctx context.Context, rdb *redis.Client, orgID, itemID string) {
	buf := fmt.Appendf(nil, "%s:item:%s", orgID, itemID)
	rdb.Get(ctx, string(buf)) // want `^get {orgID}:item:{itemID} yes$`
}

// AppendfOnto goes on from what the slice has already.
func AppendfOnto(ctx context.Context, rdb *redis.Client, itemID string) {
	buf := []byte("v2:")
	buf = fmt.Appendf(buf, "item:%s", itemID)
	rdb.Get(ctx, string(buf)) // want `^get v2:item:{itemID} no$`
}

// Append is Sprint into bytes.
func Append(ctx context.Context, rdb *redis.Client, itemID string) {
	rdb.Get(ctx, string(fmt.Append(nil, "item:", itemID))) // want `^get item:{itemID} no$`
}

const itemFormat = "item:%s:%s"

// FormatConstant has the format in a constant.
func FormatConstant(ctx context.Context, rdb *redis.Client, orgID, itemID string) {
	rdb.Get(ctx, fmt.Sprintf(itemFormat, orgID, itemID)) // want `^get item:{orgID}:{itemID} yes$`
}

// FormatVariable has it in a local variable.
func FormatVariable(ctx context.Context, rdb *redis.Client, itemID string) {
	format := "item:" + "%s"
	rdb.Get(ctx, fmt.Sprintf(format, itemID)) // want `^get item:{itemID} no$`
}

var formats = map[string]string{"item": "item:%s", "page": "page:%s"}

// FormatInMap takes it from a package-level map that nothing changes, by a
// constant key.
func FormatInMap(ctx context.Context, rdb *redis.Client, pageID string) {
	rdb.Get(ctx, fmt.Sprintf(formats["page"], pageID)) // want `^get page:{pageID} no$`
}

type schema struct{ item, page string }

var current = schema{item: "i/%s", page: "p/%s"}

// FormatInField takes it from a field of a package-level struct that nothing
// changes.
func FormatInField(ctx context.Context, rdb *redis.Client, itemID string) {
	rdb.Get(ctx, fmt.Sprintf(current.item, itemID)) // want `^get i/{itemID} no$`
}

// FormatByBranch has two formats.
func FormatByBranch(ctx context.Context, rdb *redis.Client, draft bool, itemID string) {
	format := "item:%s"
	if draft {
		format = "draft:%s"
	}
	rdb.Get(ctx, fmt.Sprintf(format, itemID)) // want `^get draft:{itemID} \| item:{itemID} no$`
}

// FormatParameter is a format that the caller gives: what it looks like is
// not known here, but what goes into it is.
func FormatParameter(ctx context.Context, rdb *redis.Client, format, itemID string) {
	rdb.Get(ctx, fmt.Sprintf(format, itemID)) // want `^get {(?:[^{}]|{[^{}]*})*} (unknown|caller|no)$`
}
