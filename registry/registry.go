// Package registry reads registry.yaml, the manifest of a program's key
// shapes, and answers questions about it: which pattern a concrete key has
// ([Registry.Match]), which patterns a key template fits ([Registry.Cover]),
// and whether two tenants can share a key ([Registry.Prove]).
//
// It knows nothing of Go programs: the linter and the run-time guard both
// stand on it.
package registry

import (
	"sync"
	"time"
)

// A Registry is a loaded registry.yaml. It is not changed after loading, and
// may be used by several goroutines.
type Registry struct {
	File string // as it was given to Load or Parse
	// Digest is the SHA-256 of the file's content, in hexadecimal: two
	// registries with one digest give the same findings.
	Digest string
	// Tenant holds the segments under tenant:, in file order.
	Tenant []*Segment
	// Segments holds every segment by name: those under tenant: and segments:,
	// and those that only patterns name (they are text).
	Segments map[string]*Segment
	Keys     []*Pattern // in file order; empty: no manifest yet
	Stores   []*Store   // in file order

	once  sync.Once
	index *index // for Match and Cover, made at the first use
}

// A Segment is a {name} of a pattern.
type Segment struct {
	Name string
	// Is is what its text looks like: uuid, int, slug, text, or the source of
	// a regular expression (RE2) that matches the whole text.
	Is     string
	Tenant bool // listed under tenant:
	Strict bool // the name alone is no evidence
	From   []Evidence
	Pos    Position
}

// EvidenceKind is how a Go value is known to be a segment.
type EvidenceKind uint8

// The kinds of evidence, from strongest to weakest.
const (
	ByType  EvidenceKind = iota // Text is a type's full name: example.com/app/tenant.ID
	ByFunc                      // Text is a function's full name: example.com/app/tenant.FromContext
	ByField                     // Text is a field's full name: example.com/app/auth.Claims.TenantID
	ByName                      // Text is the name of a parameter, variable or field
)

// Evidence is an entry under from:.
type Evidence struct {
	Kind EvidenceKind
	Text string
	Pos  Position
}

// A Pattern is a registered key shape.
type Pattern struct {
	Name  string
	Key   string // as it is written, literal braces doubled
	Parts []Part
	TTL   time.Duration // 0: not said
	// Digest holds the inputs of those segments that are a hash over other
	// segments.
	Digest map[string][]*Segment
	Global string // the reason why the key is the same for every tenant, or ""
	Pos    Position
}

// A Part is a piece of a pattern: literal text, or a segment. No two literals
// stand side by side.
type Part struct {
	Lit     string
	Segment *Segment // nil for literal text
}

// A Store is a function of the user's own that takes a key.
type Store struct {
	// Func is the function's full name as go/types prints it:
	// (example.com/app/cache.Cache).Put.
	Func string
	Key  Param
	Op   string // get, set, delete, expire, incr, lock, scan, publish, flush or other
	Pos  Position
}

// A Param names a parameter: by its name, or by its index when Name is "".
// Receivers are not counted, the first parameter is 0.
type Param struct {
	Name  string
	Index int
}

// HasTenant reports whether a tenant segment is part of the key, by itself or
// inside a digest.
func (p *Pattern) HasTenant() bool {
	for _, part := range p.Parts {
		if part.Segment == nil {
			continue
		}
		if part.Segment.Tenant {
			return true
		}
		for _, in := range p.Digest[part.Segment.Name] {
			if in.Tenant {
				return true
			}
		}
	}
	return false
}

// String prints the pattern as it is written.
func (p *Pattern) String() string { return p.Key }
