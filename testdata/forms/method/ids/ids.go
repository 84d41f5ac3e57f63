// Package ids has identifiers that know their keys.
package ids

import (
	"crypto/sha256"
	"encoding/hex"
)

// A Doc is a document of a tenant.
type Doc struct {
	TenantID string
	Num      string
}

// Key is the key of the document.
func (d Doc) Key() string { return "doc:" + d.TenantID + ":" + d.Num }

// Hash is a digest of tenant and number.
func (d Doc) Hash() string {
	sum := sha256.Sum256([]byte(d.TenantID + "/" + d.Num))
	return hex.EncodeToString(sum[:])
}

// GetTenantID is what generated code has for every field.
func (d *Doc) GetTenantID() string {
	if d == nil {
		return ""
	}
	return d.TenantID
}

// A Page has no tenant.
type Page string

// String is the page's key.
func (p Page) String() string { return "page:" + string(p) }
