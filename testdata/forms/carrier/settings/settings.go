// Package settings has a request struct and constants that other packages use.
package settings

// ItemPrefix begins the keys of items.
const ItemPrefix = "item:"

// A Lookup says what is looked up.
type Lookup struct {
	TenantID string
	Key      string
}

// ForItem returns the look-up of an item.
func ForItem(tenantID, itemID string) Lookup {
	return Lookup{TenantID: tenantID, Key: ItemPrefix + tenantID + ":" + itemID}
}
