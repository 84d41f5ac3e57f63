package analyzer

import (
	"go/token"

	"golang.org/x/tools/go/analysis"

	"github.com/tenantkey/tenantkey/analyzer/keyuse"
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
	// ProvedByHost is for a host that itself asks of each registry whether it
	// keeps tenants apart (Registry.Prove), and reports it once in a run, in
	// the registry. The analyzers see one package at a time: without this they
	// say it at the first key of each package that has a pattern to blame.
	ProvedByHost bool
}

// New returns fresh analyzers that check against what c says. They share one
// registry and one set of flags; an error in c, or in a registry, is the error
// of every run.
func New(c Config) []*analysis.Analyzer { return newRules(&settings{config: c}) }

// newRules returns the rules on shared settings.
func newRules(s *settings) []*analysis.Analyzer {
	return []*analysis.Analyzer{newTenantkey(s), newKeydeps(s), newKeyambiguous(s), newKeytrust(s)}
}

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

	uses []*keyuse.Use // the uses that it is about
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
	// Unseen is set for the call of an interface's method that looks like a
	// store's and has no implementation that can be seen: the parameter that
	// looks like the key. Such an entry has a place, Call and Op only.
	Unseen string
}
