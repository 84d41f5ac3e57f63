package keyuse

import (
	"go/types"

	"github.com/tenantkey/tenantkey/internal/template"
)

// Keys that one method gathers in a field, and another hands to a store, are
// told where they are gathered:
//
//	func (b *batch) Add(keys ...string)               { b.keys = append(b.keys, keys...) }
//	func (b *batch) Exec(ctx context.Context) error { return b.rdb.Del(ctx, b.keys...).Err() }

// gathered makes wrappers of the methods that put a parameter among the keys of
// a use, which are the elements of a field of its receiver.
func (f *finder) gathered(u *Use, k found) {
	h, ok := undigested(k.value)
	if !ok || u.Func == nil || h.Origin.Kind != template.Param || h.Origin.Index != template.Recv ||
		h.Origin.Owner != u.Func.Origin().FullName() || len(h.Origin.Path) != 2 || h.Origin.Path[1] != template.Element {
		return
	}
	named, ok := receiver(u.Func)
	if !ok {
		return
	}
	for _, st := range f.res.StoresTo(fieldNamed(named, h.Origin.Path[0])) {
		fn := f.declaration(st.Parent())
		if fn == nil || st.Parent().Parent() != nil {
			continue
		}
		if of, ok := receiver(fn); !ok || of.Origin() != named.Origin() {
			continue
		}
		for _, v := range f.res.Elements(st.Val) {
			if p, ok := v.Hole(); ok && isParamOf(p, fn.Origin().FullName()) {
				f.wraps(fn.Origin(), Taking{Store: u.Store, Op: u.Op, Pattern: u.Pattern, Param: p.Origin.Index, Path: p.Origin.Path, Key: v.Text})
			}
		}
	}
}

// fieldNamed returns the field of a struct type, nil if it has none of the name.
func fieldNamed(n *types.Named, name string) *types.Var {
	s, ok := n.Origin().Underlying().(*types.Struct)
	if !ok {
		return nil
	}
	for f := range s.Fields() {
		if f.Name() == name {
			return f
		}
	}
	return nil
}
