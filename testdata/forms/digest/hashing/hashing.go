// Package hashing is the helper that many services have: a short digest of a
// text, in a package of its own.
package hashing

import (
	"crypto/sha256"
	"encoding/hex"
)

// Sum returns the hexadecimal SHA-256 of text.
func Sum(text string) string {
	sum := sha256.Sum256([]byte(text))
	return hex.EncodeToString(sum[:])
}
