package keyuse

import (
	"cmp"
	"go/types"
	"maps"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/tenantkey/tenantkey/internal/resolve"
	"github.com/tenantkey/tenantkey/internal/stores"
	"github.com/tenantkey/tenantkey/internal/template"
)

// storeCalls finds the calls that reach a store at once.
func (f *finder) storeCalls() {
	for _, callee := range f.ordered() {
		row, ok := f.isStore(callee)
		if !ok {
			continue
		}
		for _, s := range f.sites[callee] {
			f.storeCall(s, row)
		}
	}
}

// ordered returns the called functions in a fixed order. Which functions are
// called does not change once the sites are found.
func (f *finder) ordered() []*types.Func {
	if f.order != nil {
		return f.order
	}
	f.order = slices.Collect(maps.Keys(f.sites))
	slices.SortFunc(f.order, func(a, b *types.Func) int {
		if c := cmp.Compare(f.sites[a][0].instr.Common().Pos(), f.sites[b][0].instr.Common().Pos()); c != 0 {
			return c
		}
		return cmp.Compare(a.FullName(), b.FullName()) // long, in a package of 100,000 functions
	})
	return f.order
}

// A found is a key value at a call.
type found struct {
	value template.Value
	typ   types.Type
	arg   ssa.Value // the argument that it stands in
}

// isParam reports whether a value is a parameter as it is.
func (k found) isParam() bool {
	h, ok := k.value.Hole()
	return ok && h.Origin.Kind == template.Param && h.Origin.Index != template.Recv
}

func (f *finder) storeCall(s site, row *stores.Row) {
	op := row.Op
	var keys []found
	for _, p := range row.Keys {
		ks, cmdOp := f.keysAt(s, p)
		keys = append(keys, ks...)
		op = cmp.Or(cmdOp, op)
	}
	for _, k := range keys {
		u := f.newUse(s, k)
		u.Store, u.Op, u.Row, u.Pattern = row.Store, op, row, row.Pattern
		u.Full = u.Key
		f.add(u, k)
	}
	if len(row.Keys) == 0 {
		u := f.newUse(s, found{})
		u.Store, u.Op, u.Row = row.Store, op, row
		u.Told = true
		f.uses = append(f.uses, u)
	}
}

// args returns a call's arguments without the receiver.
func args(c *ssa.CallCommon) []ssa.Value {
	if c.IsInvoke() || len(c.Args) == 0 {
		return c.Args
	}
	if callee := c.StaticCallee(); c.Signature().Recv() != nil || callee != nil && resolve.IsThunk(callee) {
		return c.Args[1:]
	}
	return c.Args
}

// keysAt returns the keys at a place of a call, and the op when the place is a
// Redis command.
func (f *finder) keysAt(s site, p stores.Place) ([]found, stores.Op) {
	as := args(s.instr.Common())
	if p.Arg < 0 || p.Arg >= len(as) {
		return nil, ""
	}
	arg := as[p.Arg]
	switch p.Shape {
	case stores.One:
		return []found{f.one(arg)}, ""
	case stores.Each:
		return f.each(arg, func(i int) bool { return true }), ""
	case stores.Pairs:
		return f.pairs(arg), ""
	case stores.MapKeys:
		return f.mapKeys(arg), ""
	case stores.Field:
		return f.field(arg, p), ""
	case stores.Triples:
		return f.each(arg, func(i int) bool { return i%3 == 0 }), ""
	case stores.EachField:
		var out []found
		for _, k := range f.each(arg, func(int) bool { return true }) {
			out = append(out, f.deep(f.fieldOf(k, p.Field), p)...)
		}
		return out, ""
	case stores.Counted:
		return f.counted(s.instr.Common(), arg), ""
	case stores.Command:
		return f.command(as[p.Arg:])
	case stores.Both:
		return f.both(as[p.Arg], as[p.Arg+1]), ""
	case stores.Within:
		return f.within(s, arg), ""
	case stores.Mapped:
		return f.mapped(arg, as[p.Arg+1]), ""
	case stores.Streams:
		ks := f.each(arg, func(int) bool { return true })
		if p.Field != "" {
			ks = f.field(arg, stores.Place{Arg: p.Arg, Shape: stores.Field, Field: p.Field, Deep: stores.Each})
		}
		return ks[:(len(ks)+1)/2], ""
	}
	return f.each(arg, func(i int) bool { return i == 0 }), ""
}

func (f *finder) one(arg ssa.Value) found {
	v := arg
	for {
		m, ok := v.(*ssa.MakeInterface)
		if !ok {
			break
		}
		v = m.X
	}
	return found{f.res.Value(v), v.Type(), arg}
}

// each returns the elements of a slice or variadic argument.
func (f *finder) each(arg ssa.Value, want func(i int) bool) []found {
	if vals, ok := literalElements(arg); ok {
		var out []found
		for i, v := range vals {
			if v != nil && want(i) {
				k := f.one(v)
				out = append(out, k)
			}
		}
		return out
	}
	if c, ok := arg.(*ssa.Const); ok && c.Value == nil {
		return nil
	}
	var elem types.Type
	if sl, ok := arg.Type().Underlying().(*types.Slice); ok {
		elem = sl.Elem()
	}
	var out []found
	for i, v := range f.res.Elements(arg) {
		if want(i) {
			out = append(out, found{v, elem, arg})
		}
	}
	return out
}

// literalElements returns the elements of a slice that is written out in the
// call: the values stored into the array behind it.
func literalElements(arg ssa.Value) ([]ssa.Value, bool) {
	sl, ok := arg.(*ssa.Slice)
	if !ok || sl.Low != nil || sl.High != nil {
		return nil, false
	}
	a, ok := sl.X.(*ssa.Alloc)
	if !ok {
		return nil, false
	}
	arr, ok := a.Type().Underlying().(*types.Pointer).Elem().Underlying().(*types.Array)
	if !ok || arr.Len() > template.MaxItems {
		return nil, false
	}
	out := make([]ssa.Value, arr.Len())
	for _, ref := range *a.Referrers() {
		ia, ok := ref.(*ssa.IndexAddr)
		if !ok {
			continue
		}
		c, ok := ia.Index.(*ssa.Const)
		if !ok {
			return nil, false
		}
		for _, use := range *ia.Referrers() {
			switch use := use.(type) {
			case *ssa.Store:
				if use.Addr == ia {
					out[c.Int64()] = use.Val
				}
			case *ssa.FieldAddr: // a struct written out in place
				return nil, false
			}
		}
	}
	return out, true
}

// pairs returns the keys of key, value, key, value …, of a map or of a struct.
func (f *finder) pairs(arg ssa.Value) []found {
	if vals, ok := literalElements(arg); ok && len(vals) == 1 && vals[0] != nil {
		v := vals[0]
		if m, ok := v.(*ssa.MakeInterface); ok {
			v = m.X
		}
		switch v.Type().Underlying().(type) {
		case *types.Map:
			return f.mapKeys(v)
		case *types.Slice:
			return f.each(v, func(i int) bool { return i%2 == 0 })
		}
	}
	return f.each(arg, func(i int) bool { return i%2 == 0 })
}

// mapKeys returns the keys of a map that is filled in this function.
func (f *finder) mapKeys(arg ssa.Value) []found {
	var out []found
	var elem types.Type
	if m, ok := arg.Type().Underlying().(*types.Map); ok {
		elem = m.Key()
	}
	for _, k := range f.res.MapKeys(arg) {
		out = append(out, found{f.res.Value(k), k.Type(), arg})
	}
	if h, ok := f.res.Value(arg).Hole(); ok && len(out) == 0 && h.Origin.Kind == template.Param {
		c := *h
		c.Origin.Path = append(slices.Clone(h.Origin.Path), template.MapKey)
		c.Expr += "[]"
		out = append(out, found{template.TextValue(template.HoleSet(&c)), elem, arg})
	}
	if len(out) == 0 {
		out = append(out, found{template.UnknownValue("comes from a map that is filled elsewhere"), elem, arg})
	}
	return out
}

// field returns the keys in a field of a struct argument.
func (f *finder) field(arg ssa.Value, p stores.Place) []found {
	return f.deep(f.fieldOf(f.one(arg), p.Field), p)
}

// deep returns the keys in a field that holds one key or several.
func (f *finder) deep(k found, p stores.Place) []found {
	if p.Deep != stores.Each {
		return []found{k}
	}
	var out []found
	for _, v := range f.res.ElementsOf(k.value) {
		out = append(out, found{v, nil, k.arg})
	}
	return out
}

// counted returns the keys among a script's arguments, whose number is the
// first argument of the call that made the script.
func (f *finder) counted(c *ssa.CallCommon, arg ssa.Value) []found {
	n := 1 // the first argument is a key, when the number is not known
	if len(c.Args) > 0 {
		if v, ok := f.res.Maker(c.Args[0]); ok && len(v.Call.Args) > 0 {
			if k, ok := v.Call.Args[0].(*ssa.Const); ok && k.Value != nil {
				n = int(k.Int64())
			}
		}
	}
	if n >= 0 {
		return f.each(arg, func(i int) bool { return i < n })
	}
	return f.each(arg, func(i int) bool { return i > 0 })
}

func (f *finder) fieldOf(k found, name string) found {
	v, t := f.res.Field(k.value, k.typ, name)
	return found{v, t, k.arg}
}

// command returns the keys of a Redis command that is given by its name and
// arguments.
func (f *finder) command(as []ssa.Value) ([]found, stores.Op) {
	var parts []ssa.Value
	var rest ssa.Value
	for _, a := range as {
		if _, isSlice := a.Type().Underlying().(*types.Slice); !isSlice || a != as[len(as)-1] {
			parts = append(parts, a)
			continue
		}
		if vals, ok := literalElements(a); ok {
			parts = append(parts, vals...)
		} else {
			rest = a
		}
	}
	var vals []found
	var words []string
	for _, p := range parts {
		if p == nil {
			words, vals = append(words, ""), append(vals, found{})
			continue
		}
		k := f.one(p)
		text := ""
		if len(k.value.Text) == 1 {
			text, _ = k.value.Text[0].Text()
		}
		words, vals = append(words, text), append(vals, k)
	}
	if rest != nil {
		for _, v := range f.res.Elements(rest) {
			k := found{v, nil, rest}
			text := ""
			if len(v.Text) == 1 {
				text, _ = v.Text[0].Text()
			}
			words, vals = append(words, text), append(vals, k)
		}
	}
	if len(vals) > 1 && vals[0].isParam() {
		// Which command it is, the callers say: nearly all have their key first.
		k := vals[1]
		k.value = resolve.Nth(k.value, 0)
		return []found{k}, stores.Other
	}
	keys, op, ok := stores.CommandKeys(words)
	if !ok {
		if len(words) < 2 {
			return nil, op
		}
		return []found{{template.UnknownValue("is an argument of a command that is not known here"), nil, as[len(as)-1]}}, op
	}
	var out []found
	for _, i := range keys {
		if i < len(vals) {
			out = append(out, vals[i])
		}
	}
	return out, op
}
