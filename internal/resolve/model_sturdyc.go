package resolve

import (
	"golang.org/x/tools/go/ssa"

	"github.com/tenantkey/tenantkey/internal/template"
)

// sturdyc makes keys for its callers, and functions that make them.
//
// https://pkg.go.dev/github.com/viccon/sturdyc#Client.PermutatedKey
// https://pkg.go.dev/github.com/viccon/sturdyc#Client.BatchKeyFn
func init() {
	register(map[string]model{
		"(*github.com/viccon/sturdyc.Client[T]).PermutatedKey":        permutatedKey,
		"(*github.com/viccon/sturdyc.Client[T]).BatchKeyFn":           batchKeyFn,
		"(*github.com/viccon/sturdyc.Client[T]).PermutatedBatchKeyFn": permutatedBatchKeyFn,
	})
}

// keyFn is the type of the functions that make keys, and stands as the owner of
// their parameter: such a function is what it makes of it.
const keyFn = "github.com/viccon/sturdyc.KeyFn"

// batchKeyFn returns a function: prefix-ID-id.
func batchKeyFn(r *Resolver, v *ssa.Call, _ int) (template.Value, bool) {
	return ofID(r.textIn(v.Call.Args[1], v.Block())), true
}

// permutatedBatchKeyFn returns a function: prefix-field-field-ID-id.
func permutatedBatchKeyFn(r *Resolver, v *ssa.Call, index int) (template.Value, bool) {
	key, ok := permutatedKey(r, v, index)
	return ofID(key.Text), ok
}

func ofID(prefix template.Set) template.Value {
	id := &template.Hole{Expr: "id", Type: "string", Origin: template.Origin{Kind: template.Param, Index: 0, Owner: keyFn}}
	return template.TextValue(template.Cross(prefix, template.Text("-ID-"), template.HoleSet(id)))
}

// permutatedKey is prefix-field-field, of the exported fields of a struct.
func permutatedKey(r *Resolver, v *ssa.Call, _ int) (template.Value, bool) {
	arg := v.Call.Args[2]
	if m, ok := arg.(*ssa.MakeInterface); ok {
		arg = m.X
	}
	s, ok := coreStruct(arg.Type())
	if !ok {
		return template.Value{}, false
	}
	fields := r.eval(arg)
	sets := []template.Set{r.textIn(v.Call.Args[1], v.Block()), template.Text("-")}
	for i := range s.NumFields() {
		f := s.Field(i)
		if !f.Exported() {
			continue
		}
		if i > 0 {
			sets = append(sets, template.Text("-"))
		}
		sets = append(sets, r.KeyText(r.projectField(fields, f.Origin(), arg.Type(), nil), nil))
	}
	return template.TextValue(template.Cross(sets...)), true
}

// Makes returns what a function value makes of its parameters, and who owns
// those in it; ok is false when it is not known.
func (r *Resolver) Makes(v ssa.Value) (made template.Value, owner string, ok bool) {
	r.begin()
	if made, owner, ok := r.makes(v); ok {
		return made, owner, true
	}
	made = r.Value(v)
	ok = made.Any(func(h *template.Hole) bool { return h.Origin.Kind == template.Param && h.Origin.Owner == keyFn })
	return made, keyFn, ok
}
