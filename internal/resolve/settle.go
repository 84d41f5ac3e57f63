package resolve

import (
	"go/types"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/tenantkey/tenantkey/internal/template"
)

// A struct that is handed over as it is has in each call what that call puts
// into it: a field that is set to several texts is not all of them then.
//
//	func (e element) String() string { return e.kind + ":" + e.id }
//
//	element{kind: "user", id: id}.String()
//	element{kind: "item", id: id}.String()
//
// So its fields stay holes for the callers to fill. Only where a key is read
// and nobody has filled them do they count as whatever they are set to.

// isHandedOver reports whether a hole is a parameter that is no pointer: the
// callers' copy.
func isHandedOver(h *template.Hole) bool {
	return h != nil && h.Origin.Kind == template.Param && !strings.HasPrefix(h.Type, "*")
}

// Settle replaces the fields of a declared function's parameters that no caller
// fills by what they are set to in this package, where that is known text.
func (r *Resolver) Settle(v template.Value, declared *types.Func) template.Value {
	owner := fullName(declared)
	if !v.Any(func(h *template.Hole) bool { return isHandedField(h, owner) }) {
		return v
	}
	fn := r.pkg.Prog.FuncValue(declared.Origin())
	if fn == nil || fn.Pkg != r.pkg {
		return v
	}
	set := func(h *template.Hole) (template.Value, bool) {
		f := fieldAt(fn, h.Origin.Index, h.Origin.Path)
		if f == nil || !isHandedField(h, owner) {
			return template.Value{}, false
		}
		return r.fieldValue(f, nil)
	}
	return r.instantiate(v, owner, set, func(int) (template.Value, bool) { return template.Value{}, false })
}

func isHandedField(h *template.Hole, owner string) bool {
	return h.Origin.Kind == template.Param && h.Origin.Owner == owner && len(h.Origin.Path) > 0
}

// fieldAt returns the field that a path leads to from a parameter that is no
// pointer, nil where it leads elsewhere.
func fieldAt(fn *ssa.Function, index int, path []string) *types.Var {
	sig := fn.Signature
	var t types.Type
	switch {
	case index == template.Recv && sig.Recv() != nil:
		t = sig.Recv().Type()
	case index >= 0 && index < sig.Params().Len():
		t = sig.Params().At(index).Type()
	default:
		return nil
	}
	var field *types.Var
	for _, name := range path {
		s, ok := coreStruct(t)
		if !ok {
			return nil
		}
		field = nil
		for f := range s.Fields() {
			if f.Name() == name {
				field, t = f.Origin(), f.Type()
			}
		}
		if field == nil {
			return nil
		}
	}
	return field
}
