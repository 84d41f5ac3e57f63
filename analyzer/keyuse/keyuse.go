// Package keyuse finds every call that hands a key to a store, and works out
// what the key looks like. It is the fact pass of tenantkey: it knows nothing
// of registry.yaml, and rules of your own can be written on its result.
package keyuse

import (
	"go/token"
	"go/types"
	"reflect"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"github.com/tenantkey/tenantkey/internal/stores"
	"github.com/tenantkey/tenantkey/internal/template"
)

// Analyzer finds the uses of keys in a package. Its result is a *Result.
var Analyzer = &analysis.Analyzer{
	Name:       "keyuse",
	Doc:        "find calls that hand a key to a store, and resolve the key to a template",
	URL:        "https://pkg.go.dev/github.com/tenantkey/tenantkey/analyzer/keyuse",
	Run:        run,
	ResultType: reflect.TypeFor[*Result](),
	FactTypes:  []analysis.Fact{new(returnsKey), new(takesKey), new(holdsKey), new(methodsTake), new(reachesStore)},
}

// A Result is the uses of one package, in source order.
type Result struct {
	Uses []*Use
	// Pkg is the package's SSA, nil when no function of the package needed it.
	Pkg *ssa.Package

	more *declared
}

// A Use is one key handed to one store call or wrapper call.
type Use struct {
	// Pos and End are the call expression's range.
	Pos, End token.Pos
	// Func is the function declaration's object that the call stands in, nil
	// at package level.
	Func *types.Func
	// Callee is the called function as go/types prints it, the receiver being
	// its static type.
	Callee string
	// Object is the called function or method.
	Object *types.Func
	// Wrapper says that the call is of a function that passes the key on, not
	// of the store itself.
	Wrapper bool
	Store   string
	Op      stores.Op
	Row     *stores.Row // the row, for a direct call; else nil
	// Pattern says that the key is a glob pattern.
	Pattern bool
	// KeyPos and KeyEnd are the range of the key's argument.
	KeyPos, KeyEnd token.Pos
	// Key is the key as it is passed at this call.
	Key template.Set
	// Full is the key with what wrappers add to it on its way to the store.
	Full template.Set
	// Told says that the key is put together here: this is the place to
	// report. If not, the callers are told.
	Told bool
	// Instr is the call.
	Instr ssa.CallInstruction
}
