package resolve

// The bounds of the resolver, beside those of a set in package template. Where
// one is hit the value is an unknown hole that says so.
const (
	maxSteps  = 1 << 14 // values evaluated for one key
	maxDepth  = 400     // values inside values, within one function
	maxCalls  = 24      // key builders inside key builders
	maxBlocks = 4096    // blocks walked back to find what memory holds
	maxImpls  = 8       // implementations of an interface method that are looked into
	maxStores = 64      // stores to one field or variable that are looked into
	maxFields = 32      // fields of a struct that stands whole in a key
	manyCases = 6       // texts that a function chooses from, which then count as one hole
	maxNested = 3       // structs inside structs
)

const (
	tooHard   = "takes too many steps to work out"
	tooDeep   = "is built through too many calls"
	recursive = "is built by a function that calls itself"
)
