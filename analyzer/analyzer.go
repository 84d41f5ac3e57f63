// Package analyzer holds tenantkey's rules as go/analysis analyzers.
package analyzer

import (
	"go/token"

	"golang.org/x/tools/go/analysis"

	"github.com/tenantkey/tenantkey/registry"
)

// A Config says what the analyzers check against.
type Config struct {
	// Registry is used for every package when it is not nil.
	Registry *registry.Registry
	// RegistryFile is the registry of every package when it is not "". When
	// both are unset, registry.yaml is looked up from each package's directory
	// up to its module's root.
	RegistryFile string
}

// New returns fresh analyzers that check against what c says.
func New(c Config) []*analysis.Analyzer { return nil }

// Analyzers is what hosts without a configuration of their own run.
var Analyzers = New(Config{})

// Findings is the result of every rule analyzer: what it reported, with what a
// diagnostic can't carry.
type Findings []*Finding

// A Finding is one reported diagnostic with the key that it is about.
type Finding struct {
	analysis.Diagnostic
	Rule    string // the analyzer's name
	Key     string // the template as printed
	Pattern string // name of the registered pattern, or ""
}

// An Entry is a line of the inventory: one key of one store call.
type Entry struct {
	Pos     token.Pos
	Call    string
	Store   string
	Op      string
	Keys    []string // sorted
	Tenant  string   // yes, no, sometimes, caller, unknown
	Pattern string
	Finding string // category, or ""
	Why     string // for unknown
}
