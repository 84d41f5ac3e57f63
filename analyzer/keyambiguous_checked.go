package analyzer

import (
	"go/types"
	"strings"
	"unicode/utf8"

	"github.com/tenantkey/tenantkey/internal/template"
)

// isChecked reports whether a named text type has, in its package, a function
// that makes one of text or fails. Such text is in a form that the function
// sees to; it is taken not to have the separators that it is joined by.
//
//	type Ref string
//	func ParseRef(s string) (Ref, error)
func (k *keyambiguous) isChecked(typ string) bool {
	dot := strings.LastIndexByte(typ, '.')
	if dot < 0 || strings.ContainsAny(typ, "[]{}*") {
		return false
	}
	if checked, ok := k.checked[typ]; ok {
		return checked
	}
	checked := false
	if pkg := packageOf(k.pass.Pkg, typ[:dot], map[*types.Package]bool{}); pkg != nil {
		for _, name := range pkg.Scope().Names() {
			if fn, ok := pkg.Scope().Lookup(name).(*types.Func); ok && parses(fn.Signature(), typ) {
				checked = true
				break
			}
		}
	}
	k.checked[typ] = checked
	return checked
}

// parses reports whether a function is func(string, …) (typ, error).
func parses(sig *types.Signature, typ string) bool {
	ps, rs := sig.Params(), sig.Results()
	if ps.Len() == 0 || rs.Len() != 2 || !types.Identical(rs.At(1).Type(), types.Universe.Lookup("error").Type()) {
		return false
	}
	if b, ok := ps.At(0).Type().Underlying().(*types.Basic); !ok || b.Info()&types.IsString == 0 {
		return false
	}
	b, ok := rs.At(0).Type().Underlying().(*types.Basic)
	return ok && b.Info()&types.IsString != 0 && types.TypeString(rs.At(0).Type(), nil) == typ
}

// around are the characters next to part i of a key.
func around(t template.Template, i int) string {
	out := ""
	if i > 0 && t[i-1].Hole == nil {
		r, _ := utf8.DecodeLastRuneInString(t[i-1].Lit)
		out += string(r)
	}
	if i < len(t)-1 && t[i+1].Hole == nil {
		r, _ := utf8.DecodeRuneInString(t[i+1].Lit)
		out += string(r)
	}
	return out
}
