package keyuse

import (
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/tenantkey/tenantkey/internal/resolve"
	"github.com/tenantkey/tenantkey/internal/template"
)

// inClosure judges a key that is a parameter of a closure around its use.
// Where the closure is handed to a function, nobody sees its calls, and a store
// that goes through its own keys hands them out again: the key is unknown.
//
//	store.Range(func(key, value any) bool { store.Delete(key); return true })
//
// Where it is returned or kept, the key is a matter of whoever calls it.
//
//	return func(ctx context.Context, key string) error { return rdb.Del(ctx, key).Err() }
func (f *finder) inClosure(u *Use, k found) {
	h, ok := undigested(k.value)
	if !ok || h.Origin.Kind != template.Param || nameKeyness(leaf(h)) != 3 {
		return
	}
	fn := u.Instr.Parent()
	for fn.Parent() != nil && resolve.OwnerOf(fn) != h.Origin.Owner {
		fn = fn.Parent()
	}
	if fn.Parent() == nil {
		return
	}
	if !isArgument(fn) {
		u.Told = false
		return
	}
	c := *h
	c.Origin = template.Origin{Kind: template.Unk, Reason: "is handed to a function value, whose calls are not seen"}
	unknown := func(int) (template.Value, bool) { return template.TextValue(template.HoleSet(&c)), true }
	u.Key = f.res.Instantiate(template.TextValue(u.Key), h.Origin.Owner, unknown).Text
	u.Full = f.res.Instantiate(template.TextValue(u.Full), h.Origin.Owner, unknown).Text
}

// isArgument reports whether a closure is an argument of a call where it is
// made. One that captures nothing is no instruction: what has it is looked for.
func isArgument(fn *ssa.Function) bool {
	held := map[ssa.Value]bool{fn: true}
	var buf [8]*ssa.Value
	for _, b := range fn.Parent().Blocks {
		for _, instr := range b.Instrs {
			holds := slices.ContainsFunc(instr.Operands(buf[:0]), func(op *ssa.Value) bool { return held[*op] })
			if !holds {
				continue
			}
			switch instr := instr.(type) {
			case *ssa.MakeClosure:
				held[instr] = true
			case *ssa.ChangeType:
				held[instr] = true
			case ssa.CallInstruction:
				return !held[instr.Common().Value]
			}
		}
	}
	return false
}
