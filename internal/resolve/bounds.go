package resolve

import "github.com/tenantkey/tenantkey/internal/template"

// The bounds of the resolver, beside those of a set in package template. Where
// one is hit the value is an unknown hole that says so.
const (
	maxSteps  = 1 << 13 // values and writes evaluated for one key
	maxWork   = 1 << 18 // size of all values evaluated for one key
	maxDepth  = 400     // values inside values
	maxCalls  = 24      // key builders inside key builders
	maxBlocks = 4096    // blocks that can run after another
	maxImpls  = 8       // implementations of an interface method that are looked into
	maxStores = 64      // stores to one field or variable that are looked into
	maxFields = 32      // fields of a struct, entries of a map, that stand whole in a key
	manyCases = 6       // texts that a function chooses from, which then count as one hole
	maxNested = 3       // structs inside structs
	maxChain  = 64      // pointers that come from pointers
	maxGuards = 64      // tests around an instruction that are looked at
	maxExpr   = 120     // bytes of the expression that a call is shown as
	maxShown  = 1 << 10 // bytes of what a digest or step is of, as it is shown

	// The size of all values evaluated for one package: so much for any, and
	// so much more for each function that it has.
	packageWork  = 1 << 22
	functionWork = 1 << 11
)

const (
	tooHard   = "takes too many steps to work out"
	tooDeep   = "is built through too many calls"
	recursive = "is built by a function that calls itself"
	tooNested = "is in a struct inside too many structs"
	tooWide   = "is a struct of more than 32 fields"
	tooFull   = "is a map of more than 32 entries"
)

// tooMuch are the reasons of the bounds: what they cut short is not known,
// whatever calls it is the result of.
var tooMuch = map[string]bool{
	tooHard: true, tooDeep: true, tooNested: true, tooFull: true,
	template.TooMany: true, template.TooLong: true, template.TooBig: true, template.Nested: true,
}
