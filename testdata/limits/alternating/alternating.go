// Package alternating builds a key out of names and values that its caller
// passes in turn, writing them into a Builder in a loop over a number. That
// the end of a round is the beginning of the next is not seen there: what no
// round or one round too many has written counts as possible, and the tenant
// as left out: a false alarm.
package alternating

import (
	"context"
	"fmt"
	"strings"

	"github.com/redis/go-redis/v9"
)

func format(kind string, namesAndValues ...any) (string, error) {
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

// InTurn can only be item:org:{orgID}:id:{itemID}.
func InTurn(ctx context.Context, rdb *redis.Client, orgID, itemID int64) error {
	key, err := format("item", "org", orgID, "id", itemID)
	if err != nil {
		return err
	}
	return rdb.Get(ctx, key).Err() // want `^get item \| item:.*:org:{orgID}:id:{itemID}.* sometimes$`
}
