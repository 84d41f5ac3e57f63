package valuedep

import (
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ssa"
)

// noteReturn notes a map in a field that a method hands to everyone as it is.
// Such a map is what the object is made to work out, and its keys are a part of
// the result; a cache keeps its map to itself:
//
//	func (s *Summary) ByDay() map[string]Total { return s.byDay }
func (a *Analysis) noteReturn(r *ssa.Return) {
	fn := r.Parent()
	if fn.Signature.Recv() == nil || !token.IsExported(fn.Name()) {
		return
	}
	for _, v := range r.Results {
		if _, isMap := v.Type().Underlying().(*types.Map); !isMap {
			continue
		}
		if f := loadedField(v); f != nil {
			a.handedOut[f] = true
		}
	}
}

// isHandedOut reports whether a map is one that noteReturn has noted.
func (a *Analysis) isHandedOut(m ssa.Value) bool {
	f := loadedField(m)
	return f != nil && a.handedOut[f]
}

// loadedField returns the field that v is the value of: *&x.f.
func loadedField(v ssa.Value) *types.Var {
	if u, ok := v.(*ssa.UnOp); ok && u.Op == token.MUL {
		if fa, ok := u.X.(*ssa.FieldAddr); ok {
			return field(fa.X.Type(), fa.Field)
		}
	}
	return nil
}
