package resolve

import (
	"go/token"
	"go/types"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/tenantkey/tenantkey/internal/template"
)

// The fields of an embedded struct are written, and meant, as those of the
// struct around it:
//
//	type Org struct{ Base }    (Base has ID)
//	org.ID                     t1 = &org.Base [#0]; t2 = &t1.ID [#0]

// embedder returns the value that v is the embedded struct of, where nothing
// else is called v.
func (r *Resolver) embedder(v ssa.Value) ssa.Value {
	for r.nameOf(v) == "" {
		x := v
		if load, ok := x.(*ssa.UnOp); ok && load.Op == token.MUL {
			x = load.X
		}
		var of ssa.Value
		var i int
		switch x := x.(type) {
		case *ssa.FieldAddr:
			of, i = x.X, x.Field
		case *ssa.Field:
			of, i = x.X, x.Field
		default:
			return v
		}
		if f := fieldOf(of.Type(), i); f == nil || !promotes(f) {
			return v
		}
		v = of
	}
	return v
}

// promotes reports whether a field is an embedded struct.
func promotes(f *types.Var) bool {
	_, isStruct := deref(f.Type()).Underlying().(*types.Struct)
	return f.Embedded() && isStruct
}

// ofType is what a field tells of a value whose type is called so, of which it
// is a field by what that embeds.
func ofType(name string, f *types.Var) template.Evidence {
	return template.Evidence{Kind: template.ByName, Text: name[strings.LastIndexAny(name, "./*")+1:] + "." + f.Name()}
}
