package resolve

import (
	"go/constant"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/tenantkey/tenantkey/internal/template"
)

// asLists returns v's lists. Text that stands where a list is wanted is a list
// whose elements are not known: a hole's elements, or the mark of a loop.
func (r *Resolver) asLists(v template.Value) []template.List {
	if v.Kind == template.IsList {
		return v.Lists
	}
	if v.Kind == template.IsText && len(v.Text) == 1 && len(v.Text[0]) == 0 {
		return []template.List{{}} // nil slice
	}
	if isSelf(v) {
		return []template.List{{{Value: v, Many: true}}}
	}
	if h, ok := v.Hole(); ok {
		return []template.List{{{Value: elementOf(h), Many: true}}}
	}
	return []template.List{{{Value: v, Many: true}}}
}

// elementOf returns an element of the slice that is hole h.
func elementOf(h *template.Hole) template.Value { return elementAt(h, template.Element) }

// elementAt is elementOf for the element that a step selects.
func elementAt(h *template.Hole, step string) template.Value {
	if h.Origin.Kind == template.Unk {
		return template.TextValue(template.HoleSet(h))
	}
	c := *h
	c.Origin.Path = append(append([]string{}, h.Origin.Path...), step)
	c.Expr = h.Expr + step
	c.Type = ""
	return template.TextValue(template.HoleSet(&c))
}

// elements returns the values in a list of keys, alternatives side by side.
func (r *Resolver) elements(v template.Value) []template.Value {
	var out []template.Value
	for _, l := range r.asLists(v) {
		for _, it := range l {
			out = append(out, it.Value)
		}
	}
	return out
}

// appendTo evaluates append(s, more...).
func (r *Resolver) appendTo(s, more template.Value, t types.Type) template.Value {
	if isBytes(t) {
		return template.TextValue(template.Cross(r.KeyText(s, nil), r.KeyText(more, nil)))
	}
	as, bs := r.asLists(s), r.asLists(more)
	lists := make([]template.List, 0, len(as)*len(bs))
	for _, a := range as {
		for _, b := range bs {
			if len(a)+len(b) > template.MaxItems {
				return template.UnknownValue(template.TooLong)
			}
			lists = append(lists, append(append(template.List{}, a...), b...))
		}
	}
	return template.Lists(lists)
}

// joinList evaluates strings.Join(v, sep).
func (r *Resolver) joinList(v template.Value, sep template.Set) template.Set {
	if isSelf(v) {
		return v.Text
	}
	var out []template.Set
	for _, l := range r.asLists(v) {
		out = append(out, r.joinItems(l, sep))
	}
	return template.Join(out...)
}

func (r *Resolver) joinItems(l template.List, sep template.Set) template.Set {
	sepText := ""
	if len(sep) == 1 {
		sepText, _ = sep[0].Text()
	}
	var sets []template.Set
	for i, it := range l {
		body := r.KeyText(it.Value, nil)
		switch {
		case it.Many && i == 0:
			sets = append(sets, repeat(body, sepText))
		case it.Many:
			// Every repetition brings the separator in front of it.
			sets = append(sets, repeat(template.Cross(sep, body), ""))
		case i == 0:
			sets = append(sets, body)
		default:
			sets = append(sets, sep, body)
		}
	}
	return template.Cross(sets...)
}

// array evaluates the array behind a slice literal, a variadic call or an
// array variable:
//
//	t0 = new [2]any (varargs)
//	t1 = &t0[0:int]
//	*t1 = t2
//	t3 = slice t0[:]
func (r *Resolver) array(a *ssa.Alloc, arr *types.Array, at ssa.Instruction, v ssa.Value) template.Value {
	n := int(arr.Len())
	p := place{root: a}
	writes := r.relevant(p)
	remote, _ := r.remote(p, writes, at)
	if remote || slices.ContainsFunc(writes, func(w write) bool { return w.maybe }) {
		return template.UnknownValue(unordered)
	}
	for _, w := range writes {
		if len(w.path) == 0 { // written as a whole: sum := sha256.Sum256(b), rows.Scan(&id)
			return r.placeFlow(p, v).before(at)
		}
	}
	if sl, ok := v.(*ssa.Slice); ok && sl.High != nil {
		// make([]T, len, cap) with constant capacity is new [cap]T sliced to len.
		if hi, ok := intConst(sl.High, n); ok && hi >= 0 && hi < n {
			n = hi
		}
	}
	bytes := isByte(arr.Elem())
	if n > template.MaxItems {
		return template.UnknownValue(template.TooLong)
	}
	items := make(template.List, n)
	set := make([]bool, n)
	for _, ia := range r.elementAddrs(a) {
		i, known := intConst(ia.Index, -1)
		for _, use := range *ia.Referrers() {
			st, isStore := use.(*ssa.Store)
			if !isStore || st.Addr != ia {
				if _, isField := use.(*ssa.FieldAddr); isField && known && i < n && !set[i] {
					items[i].Value, set[i] = r.cell(place{root: a, path: []step{{index: i}}}, nil, ia), true
				}
				continue
			}
			val := template.Value{}
			if bytes {
				val = template.TextValue(oneByte(r.written(st.Val)))
			} else {
				val = r.evalIn(st.Val, st.Block())
			}
			if !known { // a loop fills the array
				return template.ListValue(template.Item{Value: val, Many: true})
			}
			if i < n {
				items[i].Value, set[i] = val, true
			}
		}
	}
	for i := range items {
		if !set[i] {
			items[i].Value = zero(arr.Elem())
		}
	}
	if bytes {
		if ps := r.puts(a, 0); len(ps) > 0 {
			sets := make([]template.Set, len(ps))
			for i, p := range ps {
				sets[i] = p.text
			}
			return template.TextValue(template.Cross(sets...))
		}
		return template.TextValue(r.joinItems(items, template.Text("")))
	}
	return template.Value{Kind: template.IsList, Lists: []template.List{items}}
}

// oneByte is what a number is as an element of bytes: not its digits.
func oneByte(s template.Set) template.Set {
	v := eachHole(template.TextValue(s), func(h *template.Hole) *template.Hole {
		if h.Form != template.FormInt && h.Form != template.FormUint || h.Origin.Kind == template.Unk {
			return h
		}
		return h.With(template.Step{Func: "string"}, template.FormFixed)
	})
	return v.Text
}

// elementAddrs returns the addresses of an array's elements, also those taken
// through a slice of all of it.
func (r *Resolver) elementAddrs(a *ssa.Alloc) []*ssa.IndexAddr {
	var out []*ssa.IndexAddr
	for _, ref := range *a.Referrers() {
		switch ref := ref.(type) {
		case *ssa.IndexAddr:
			out = append(out, ref)
		case *ssa.Slice:
			if lo, ok := intConst(ref.Low, 0); !ok || lo != 0 {
				continue
			}
			for _, use := range *ref.Referrers() {
				if ia, ok := use.(*ssa.IndexAddr); ok {
					out = append(out, ia)
				}
			}
		}
	}
	return out
}

func isByte(t types.Type) bool {
	b, ok := t.Underlying().(*types.Basic)
	return ok && b.Kind() == types.Byte
}

// makeSlice evaluates make([]T, n): empty, or filled by index in a loop.
func (r *Resolver) makeSlice(v *ssa.MakeSlice) template.Value {
	if n, ok := intConst(v.Len, -1); ok && n == 0 {
		if isBytes(v.Type()) {
			return template.TextValue(template.Text(""))
		}
		return template.ListValue()
	}
	var vals []template.Value
	var recs []*template.Value
	records := map[ssa.Value]*template.Value{} // by index: each of its fields has an address of its own
	for _, ref := range *v.Referrers() {
		ia, ok := ref.(*ssa.IndexAddr)
		if !ok {
			continue
		}
		for _, use := range *ia.Referrers() {
			if st, ok := use.(*ssa.Store); ok && st.Addr == ia {
				vals = append(vals, r.evalIn(st.Val, st.Block()))
			}
		}
		if rec, ok := r.elementRecord(ia); ok && records[ia.Index] != nil {
			records[ia.Index].Fields = append(records[ia.Index].Fields, rec.Fields...)
		} else if ok {
			records[ia.Index] = &rec
			recs = append(recs, &rec)
		}
	}
	for _, rec := range recs {
		vals = append(vals, *rec)
	}
	if len(vals) == 0 || isBytes(v.Type()) {
		return r.holeOf(v)
	}
	return template.ListValue(template.Item{Value: template.JoinValues(vals...), Many: true})
}

// elementRecord is the struct that is written to an element field by field:
// keys[i] = K{a, b}.
func (r *Resolver) elementRecord(ia *ssa.IndexAddr) (template.Value, bool) {
	out := template.Value{Kind: template.IsRecord, Type: typeName(deref(ia.Type()))}
	for _, use := range *ia.Referrers() {
		fa, ok := use.(*ssa.FieldAddr)
		if !ok {
			continue
		}
		for _, ref := range *fa.Referrers() {
			if st, ok := ref.(*ssa.Store); ok && st.Addr == fa {
				out.Fields = append(out.Fields, template.Named{Name: fieldLabel(fa.X.Type(), fa.Field), Value: r.evalIn(st.Val, st.Block())})
			}
		}
	}
	return out, len(out.Fields) > 0
}

// element evaluates list[index].
func (r *Resolver) element(list template.Value, x, index, at ssa.Value) template.Value {
	if h, ok := list.Hole(); ok && !h.IsAnySelf() {
		el := elementOf(h)
		if i, ok := intConst(index, -1); ok && i >= 0 {
			if v, ok := splitPart(h, i); ok {
				return r.named(v, at)
			}
			if h.Origin.Kind == template.Param {
				el = elementAt(h, template.ElementAt(i))
			}
		}
		if eh, ok := el.Hole(); ok && h.Origin.Kind != template.Unk {
			c := *eh
			c.Expr = r.expr(at)
			if n := r.nameOf(at); n != "" {
				c.Expr = n
			}
			c.Type = typeName(at.Type())
			c.Form = formOf(at.Type())
			el = template.TextValue(template.HoleSet((&c).Known(r.evidence(at)...)))
		}
		return el
	}
	if list.Kind != template.IsList {
		return r.holeOf(at)
	}
	i, _ := intConst(index, -1)
	vals := itemsAt(list.Lists, i)
	if len(vals) == 0 {
		return r.holeOf(at)
	}
	return template.JoinValues(vals...)
}

// itemsAt returns what can stand at an index of lists, -1 being any. What is
// there any number of times may not be there at all.
func itemsAt(lists []template.List, index int) []template.Value {
	var at []template.Value
	for _, l := range lists {
		first, moved := 0, false // where an item stands at least, and whether it may stand further on
		for _, it := range l {
			moved = moved || it.Many
			if index < 0 || first == index || moved && first < index {
				at = append(at, it.Value)
			}
			if !it.Many {
				first++
			}
		}
	}
	return at
}

// intConst returns the constant integer that v is, or def for nil.
func intConst(v ssa.Value, def int) (int, bool) {
	if v == nil {
		return def, true
	}
	c, ok := v.(*ssa.Const)
	if !ok || c.Value == nil || c.Value.Kind() != constant.Int {
		return def, false
	}
	n, ok := constant.Int64Val(c.Value)
	return int(n), ok
}

func isBytes(t types.Type) bool {
	s, ok := t.Underlying().(*types.Slice)
	if !ok {
		return false
	}
	b, ok := s.Elem().Underlying().(*types.Basic)
	return ok && b.Kind() == types.Byte
}
