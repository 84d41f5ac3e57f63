package analyzer

import (
	"slices"
	"strings"

	"github.com/tenantkey/tenantkey/internal/template"
)

// hashPackages are those whose functions digest text as it is. A digest of a
// struct (hashstructure, JSON) knows its fields apart.
var hashPackages = []string{"crypto/", "hash/", "xxh", "murmur", "golang.org/x/crypto/", "blake", "farm", "fnv", "cityhash", "metro", "siphash", "github.com/google/uuid."}

func hashesText(fn string) bool {
	return slices.ContainsFunc(hashPackages, func(p string) bool { return strings.Contains(fn, p) })
}

// weakPackages make digests of 64 bits and less that are no cryptography:
// whoever can choose the text can choose one with the digest of another.
var weakPackages = []string{"hash/crc32", "hash/crc64", "hash/adler32", "hash/fnv", "hash/maphash", "xxhash", "xxh3", "murmur3", "farm", "cityhash", "metro"}

// isWeak reports whether a hole is such a digest of text. 128 bits are not:
// a collision must be looked for on purpose.
func isWeak(h *template.Hole) bool {
	if h.Origin.Kind != template.Digest || strings.Contains(h.Origin.Name, "128") || h.Form == template.FormQuoted {
		return false
	}
	if !slices.ContainsFunc(weakPackages, func(p string) bool { return strings.Contains(h.Origin.Name, p) }) {
		return false
	}
	return slices.ContainsFunc(h.Origin.Inputs, func(in template.Set) bool {
		return slices.ContainsFunc(in, func(t template.Template) bool {
			return slices.ContainsFunc(t.Holes(), func(h *template.Hole) bool { return !isFixed(h) && canBeAnything(h.Form) })
		})
	})
}

func canBeAnything(f template.Form) bool {
	switch f {
	case template.FormInt, template.FormUint, template.FormBool, template.FormEnum, template.FormFloat:
		return false
	}
	return true
}

// weakDigest returns how a key that is nothing but a short digest is shared,
// nil if t is none.
func weakDigest(t template.Template) *ambiguity {
	var weak *template.Hole
	for _, h := range t.Holes() {
		switch {
		case isFixed(h):
		case weak == nil && isWeak(h):
			weak = h
		default:
			return nil // the digest only parts what the rest leaves
		}
	}
	if weak == nil {
		return nil
	}
	return &ambiguity{template: t, digest: weak.Origin.Name, weak: true}
}
