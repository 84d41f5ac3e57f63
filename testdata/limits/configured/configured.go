// Package configured has its key's format in a configuration file. What goes
// into the key is known, where it stands and whether it stands there at all is
// not: a format without %s for the tenant would leave it out.
package configured

import (
	"context"
	"fmt"
	"os"
	"strings"

	"github.com/redis/go-redis/v9"
)

// FormatFromFile formats with text that was read.
func FormatFromFile(ctx context.Context, rdb *redis.Client, orgID, itemID string) error {
	format, err := os.ReadFile("key.format")
	if err != nil {
		return err
	}
	return rdb.Get(ctx, fmt.Sprintf(string(format), orgID, itemID)).Err() // want `^get {(?:[^{}]|{[^{}]*})*} unknown$`
}

// PlaceholdersFromEnvironment replaces names in a pattern of the environment.
func PlaceholdersFromEnvironment(ctx context.Context, rdb *redis.Client, tenantID, itemID string) {
	r := strings.NewReplacer("<tenant>", tenantID, "<item>", itemID)
	rdb.Get(ctx, r.Replace(os.Getenv("KEY_PATTERN"))) // want `^get {(?:[^{}]|{[^{}]*})*} (unknown|no)$`
}
