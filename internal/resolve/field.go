package resolve

import (
	"go/types"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/tenantkey/tenantkey/internal/template"
)

// follow goes from a value of type t along a path of fields and elements.
func (r *Resolver) follow(val template.Value, t types.Type, path []step, at ssa.Value) template.Value {
	for i, s := range path {
		last := at
		if i < len(path)-1 {
			last = nil
		}
		if s.field == nil {
			if val.Kind == template.IsList {
				val = template.JoinValues(itemsAt(val.Lists, s.index)...)
				continue
			}
			if h, ok := val.Hole(); ok {
				val = elementOf(h)
				if last != nil {
					val = eachHole(val, func(el *template.Hole) *template.Hole {
						c := *el
						c.Expr = r.expr(last)
						return &c
					})
				}
				continue
			}
			return template.UnknownValue("is an element of something that is not known")
		}
		val = r.projectField(val, s.field, t, last)
		t = s.field.Type()
	}
	return val
}

// project evaluates field i of a struct value.
func (r *Resolver) project(val template.Value, t types.Type, i int, at ssa.Value) template.Value {
	return r.projectField(val, fieldOf(t, i), t, at)
}

func (r *Resolver) projectField(val template.Value, f *types.Var, t types.Type, at ssa.Value) template.Value {
	if f == nil {
		return template.UnknownValue("is a field of something that is not known")
	}
	if val.Kind == template.IsRecord {
		if v, ok := val.Field(f.Name()); ok {
			return r.known(v, fieldEvidence(f, t, f.Name()), at)
		}
	}
	base, isHole := val.Hole()
	if v, ok := r.fieldValue(f, base); ok {
		return v
	}
	if isHole && !base.IsAnySelf() {
		return r.fieldHole(base, f, t, at)
	}
	h := &template.Hole{Expr: f.Name(), Type: typeName(f.Type()), Form: formOf(f.Type()), Origin: template.Origin{Kind: template.Field, Name: fieldName(f, t)}}
	if at != nil {
		h.Expr = r.expr(at)
	}
	h = h.Known(fieldEvidence(f, t, h.Expr)...)
	return template.TextValue(template.HoleSet(h))
}

// fieldHole is the field of something that is a hole itself.
func (r *Resolver) fieldHole(base *template.Hole, f *types.Var, t types.Type, at ssa.Value) template.Value {
	c := &template.Hole{
		Expr: base.Expr + "." + f.Name(), Type: typeName(f.Type()), Form: formOf(f.Type()),
		Origin: base.Origin, Unchecked: base.Unchecked,
	}
	if promotes(f) {
		c.Expr, c.Type = base.Expr, base.Type // its fields are written as base's own
	}
	if c.Origin.Kind == template.Param {
		path, longer := longerPath(base.Origin.Path, f.Name())
		if c.Origin.Path = path; !longer {
			c.Expr = base.Expr
		}
	} else {
		if base.Origin.Kind == template.Unk && at != nil {
			c.Expr = r.expr(at)
		}
		c.Origin = template.Origin{Kind: template.Field, Name: fieldName(f, t), Reason: base.Origin.Reason, Pos: base.Origin.Pos}
	}
	c = c.Known(fieldEvidence(f, t, c.Expr)...)
	if of := strings.TrimPrefix(base.Type, "*"); of != "" && of != typeName(deref(t)) && !promotes(f) {
		c = c.Known(ofType(of, f))
	}
	if at != nil {
		if n := r.nameOf(at); n != "" {
			c = c.Known(template.Evidence{Kind: template.ByName, Text: n})
			c.Expr = n
		}
		c = r.optional(c, at)
	}
	return template.TextValue(template.HoleSet(c))
}

// longerPath adds a field to a path. A field that leads to its like without
// end, as that of a cache around a cache, is followed twice and no further.
func longerPath(path []string, name string) (_ []string, longer bool) {
	n := len(path)
	if n >= 2 && path[n-1] == name && path[n-2] == name && !isElement(name) {
		return path, false
	}
	return append(path[:n:n], name), true
}

func isElement(step string) bool {
	_, ok := template.IsElement(step)
	return ok
}

// fieldValue returns what a field of a type of this package holds wherever it
// is set, when that is known text: a prefix set by constructors. base is the
// value whose field it is: what a method stored in its receiver's field from
// its receiver's fields is told in terms of base.
func (r *Resolver) fieldValue(f *types.Var, base *template.Hole) (template.Value, bool) {
	stores := r.index.fields[f]
	if len(stores) == 0 || len(stores) > maxStores || r.textless[f] {
		return template.Value{}, false
	}
	if b, ok := f.Type().Underlying().(*types.Basic); ok && b.Info()&types.IsString == 0 {
		return template.Value{}, false // a number in one place says nothing of others
	}
	if frame, ok := r.fieldBusy[f]; ok {
		r.meet(frame)
		return template.Value{}, false
	}
	outer := r.met
	r.met = free
	frame := r.push()
	r.fieldBusy[f] = frame
	v, ok, hopeless := r.stored(stores, base)
	delete(r.fieldBusy, f)
	r.pop(frame)
	if hopeless && r.met.isFree() {
		r.textless[f] = true
	}
	r.met = r.met.with(outer)
	return v, ok
}

// stored joins the values of stores to a field, in terms of base. It is
// hopeless when no base would help.
func (r *Resolver) stored(stores []*ssa.Store, base *template.Hole) (out template.Value, ok, hopeless bool) {
	own := base != nil && base.Origin.Kind == template.Param && base.Origin.Index == template.Recv
	vals := make([]template.Value, 0, len(stores))
	for _, st := range stores {
		v, foreigner := r.eval(st.Val), false
		if len(stores) == 1 && onlyHere(st) {
			v, foreigner = r.made(v, st.Parent())
		}
		if v.Kind == template.IsText && !hasText(v.Text) || isDefault(st) {
			return template.Value{}, false, true
		}
		if foreigner && !own {
			return template.Value{}, false, false // the field of another function's argument is a matter of its callers
		}
		if foreigner || !v.Any(ownMatter) {
			vals = append(vals, v)
			continue
		}
		if !ofReceiver(v, st) {
			return template.Value{}, false, true
		}
		if base == nil || base.Origin.Kind != template.Param {
			return template.Value{}, false, false
		}
		v = r.Instantiate(v, ownerOf(st.Parent()), func(int) (template.Value, bool) {
			return template.TextValue(template.HoleSet(base)), true
		})
		vals = append(vals, v)
	}
	out = template.JoinValues(vals...)
	if isHandedOver(base) && (out.Kind != template.IsText || len(out.Text) > 1) {
		return template.Value{}, false, false // which of them, its callers say
	}
	return out, true, false
}

// onlyHere reports whether a store is to a field that only this package can
// set, by a declared function.
func onlyHere(st *ssa.Store) bool {
	fa, ok := st.Addr.(*ssa.FieldAddr)
	if !ok || st.Parent().Parent() != nil {
		return false
	}
	f := fieldOf(fa.X.Type(), fa.Field)
	return f != nil && !f.Exported()
}

// isDefault reports whether a store to a field only happens where the field is
// empty: what it holds otherwise, others have set.
//
//	if c.Prefix == "" { c.Prefix = "app" }
func isDefault(st *ssa.Store) bool {
	fa, ok := st.Addr.(*ssa.FieldAddr)
	if !ok {
		return false
	}
	d := st.Block().Idom()
	if d == nil {
		return false
	}
	branch, ok := last(d).(*ssa.If)
	if !ok {
		return false
	}
	tested, ok := emptiness(branch.Cond)
	if !ok {
		return false
	}
	load, ok := tested.(*ssa.UnOp)
	if !ok {
		return false
	}
	of, ok := load.X.(*ssa.FieldAddr)
	return ok && fieldOf(of.X.Type(), of.Field) == fieldOf(fa.X.Type(), fa.Field)
}

// ownMatter reports whether a hole only means something in the function that
// it comes from.
func ownMatter(h *template.Hole) bool {
	k := h.Origin.Kind
	return k == template.Param || k == template.Local || k == template.Unk || h.IsAnySelf()
}

// hasText reports whether every template of s has literal text, or is empty.
func hasText(s template.Set) bool {
	for _, t := range s {
		lit := len(t) == 0
		for _, p := range t {
			lit = lit || strings.TrimSpace(p.Lit) != ""
		}
		if !lit {
			return false
		}
	}
	return true
}

// ofReceiver reports whether a value stored in a field of a method's receiver
// is put together from that receiver: then it can be told in terms of the
// value whose field is read.
func ofReceiver(v template.Value, st *ssa.Store) bool {
	fa, ok := st.Addr.(*ssa.FieldAddr)
	if !ok {
		return false
	}
	recv, ok := fa.X.(*ssa.Parameter)
	if !ok || recv.Parent().Signature.Recv() == nil || recv.Parent().Params[0] != recv {
		return false
	}
	owner := ownerOf(recv.Parent())
	return !v.Any(func(h *template.Hole) bool {
		return ownMatter(h) && (h.Origin.Kind != template.Param || h.Origin.Owner != owner || h.Origin.Index != template.Recv)
	})
}

// deref returns what a pointer type points to.
func deref(t types.Type) types.Type {
	if p, ok := t.Underlying().(*types.Pointer); ok {
		return p.Elem()
	}
	return t
}

// canHold reports whether a field of type t can hold a key or a part of one:
// text, numbers, lists and structs of them, and what an interface hides.
func canHold(t types.Type) bool {
	for range maxNested {
		switch u := t.Underlying().(type) {
		case *types.Basic, *types.Array, *types.Struct:
			return true
		case *types.Slice:
			t = u.Elem()
			continue
		case *types.Pointer:
			t = u.Elem()
			continue
		case *types.Interface:
			_, isParam := t.(*types.TypeParam)
			return isParam || u.NumMethods() == 0 || u.NumMethods() == 1 && u.Method(0).Name() == "String"
		}
		return false
	}
	return false // type T []T
}
