// Package keys builds keys and uses none.
package keys

import "strings"

// Separator stands between the parts of a key.
const Separator = ":"

// Item is the key of a tenant's item.
func Item(tenantID, itemID string) string {
	return strings.Join([]string{"item", tenantID, itemID}, Separator)
}

// Page is the key of a page, and has no tenant.
func Page(pageID string) string { return "page" + Separator + pageID }
