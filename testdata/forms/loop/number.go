package loop

import (
	"context"
	"fmt"
	"strings"

	"github.com/redis/go-redis/v9"
)

func numbered(parts ...string) string {
	var b strings.Builder
	b.WriteString("item")
	for i := range len(parts) {
		b.WriteString(":" + parts[i])
	}
	return b.String()
}

// NumberParts goes through its parts by number.
func NumberParts(ctx context.Context, rdb *redis.Client, orgID, itemID string) {
	rdb.Get(ctx, numbered(orgID, itemID)) // want `^get item:{orgID}:{itemID} yes$`
}

// NumberKeys collects keys by number.
func NumberKeys(ctx context.Context, rdb *redis.Client, ids []string) {
	var keys []string
	for i := range len(ids) {
		keys = append(keys, fmt.Sprintf("item:%s", ids[i]))
	}
	rdb.Del(ctx, keys...) // want `^delete item:{ids\[i\]} no$`
}

// alternate writes names and values, which come in turn.
func alternate(kind string, namesAndValues ...any) (string, error) {
	if len(namesAndValues)%2 != 0 {
		return "", fmt.Errorf("a name without a value: %v", namesAndValues)
	}
	var s strings.Builder
	s.WriteString(kind)
	for i := range len(namesAndValues) {
		if i%2 == 0 {
			name, ok := namesAndValues[i].(string)
			if !ok {
				return "", fmt.Errorf("%v is no name", namesAndValues[i])
			}
			s.WriteString(":" + name)
		} else {
			switch namesAndValues[i].(type) {
			case int64:
				s.WriteString(fmt.Sprintf(":%d", namesAndValues[i]))
			case string:
				s.WriteString(fmt.Sprintf(":%s", namesAndValues[i]))
			default:
				return "", fmt.Errorf("%v is of no known type", namesAndValues[i])
			}
		}
	}
	return s.String(), nil
}

// Alternating tells names and values apart by their number.
func Alternating(ctx context.Context, rdb *redis.Client, orgID, itemID int64) error {
	key, err := alternate("item", "org", orgID, "id", itemID)
	if err != nil {
		return err
	}
	return rdb.Get(ctx, key).Err() // want `^get item:org:{orgID}:id:{itemID} yes$`
}

// GrownOnTwoWays adds to text on one of two ways a round, with the same mark.
func GrownOnTwoWays(ctx context.Context, rdb *redis.Client, orgID string, parts []string) {
	key := "item:" + orgID
	for i := range len(parts) {
		if i == 0 {
			key += "/" + strings.ToLower(parts[i])
		} else {
			key += "/" + parts[i]
		}
	}
	rdb.Get(ctx, key) // want `^get item:{orgID}/?{[^{}]*parts[^{}]*} yes$`
}

type list interface {
	Len() int
	At(i int) string
}

// NumberedTwice has two loops over numbers, a loop over a map before them and
// one over a list between.
func NumberedTwice(ctx context.Context, rdb *redis.Client, l list, m map[string]int, xs []string) {
	for k := range m {
		rdb.Get(ctx, "m:"+k) // want `^get m:{k} no$`
	}
	for i := range l.Len() {
		rdb.Get(ctx, "i:"+l.At(i)) // want `^get i:{l\.At\(i\)} no$`
	}
	for n, x := range xs {
		rdb.Get(ctx, "x:"+x+l.At(n)) // want `^get x:{x}{l\.At\(n\)} no$`
	}
	for j := range l.Len() {
		rdb.Get(ctx, "j:"+l.At(j)) // want `^get j:{l\.At\(j\)} no$`
	}
}
