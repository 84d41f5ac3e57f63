package resolve

import (
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/tenantkey/tenantkey/internal/template"
)

// slice evaluates x[lo:hi].
func (r *Resolver) slice(v *ssa.Slice) template.Value {
	root := v.X
	if fv, ok := root.(*ssa.FreeVar); ok {
		root = r.binding(fv)
	}
	if a, ok := root.(*ssa.Alloc); ok {
		if arr, ok := a.Type().Underlying().(*types.Pointer).Elem().Underlying().(*types.Array); ok {
			return r.array(a, arr, v, v)
		}
	}
	x := r.eval(v.X)
	if v.Low == nil && v.High == nil {
		return x
	}
	lo, okLo := intConst(v.Low, 0)
	hi, okHi := intConst(v.High, -1)
	if !okLo || !okHi {
		if _, isList := v.Type().Underlying().(*types.Slice); isList && !isBytes(v.Type()) && lo <= 0 {
			return r.someOf(x, v)
		}
		return r.cut(x, v)
	}
	switch x.Kind {
	case template.IsText:
		if s, ok := sliceText(x.Text, lo, hi); ok {
			return template.TextValue(s)
		}
	case template.IsList:
		if l, ok := sliceLists(x.Lists, lo, hi); ok {
			return template.Value{Kind: template.IsList, Lists: l}
		}
	}
	return r.cut(x, v)
}

// cut is a part of x that is not known further: what x means, it means too.
func (r *Resolver) cut(x template.Value, v ssa.Value) template.Value {
	if h, ok := x.Hole(); ok && !h.IsAnySelf() && h.Origin.Kind != template.Unk {
		form := h.Form
		if form != template.FormHex {
			form = template.FormText
		}
		return template.TextValue(template.HoleSet(h.With(template.Step{Func: "slice"}, form)))
	}
	if x.Kind == template.IsList {
		return r.someOf(x, v)
	}
	return r.derived(v, x)
}

// someOf is a list of any number of the elements of x.
func (r *Resolver) someOf(x template.Value, v ssa.Value) template.Value {
	if isSelf(x) {
		return x
	}
	all := r.elements(x)
	if len(all) == 0 || len(all) > template.MaxAlternatives {
		return x
	}
	return template.ListValue(template.Item{Value: template.JoinValues(all...), Many: true})
}

func sliceText(s template.Set, lo, hi int) (template.Set, bool) {
	var out template.Set
	for _, t := range s {
		text, ok := t.Text()
		switch {
		case ok && lo <= len(text) && hi < 0:
			out = append(out, template.Lit(text[lo:]))
		case ok && lo <= hi && hi <= len(text):
			out = append(out, template.Lit(text[lo:hi]))
		case !ok && hi < 0 && t[0].Hole == nil && lo <= len(t[0].Lit):
			out = append(out, template.Concat(template.Lit(t[0].Lit[lo:]), t[1:]))
		case !ok && hi >= 0 && t[0].Hole == nil && hi <= len(t[0].Lit) && lo <= hi:
			out = append(out, template.Lit(t[0].Lit[lo:hi]))
		default:
			return nil, false
		}
	}
	return template.Join(out), true
}

func sliceLists(ls []template.List, lo, hi int) ([]template.List, bool) {
	var out []template.List
	for _, l := range ls {
		n := len(l)
		for i, it := range l {
			if it.Many {
				n = i
				break
			}
		}
		end := hi
		if hi < 0 {
			end = len(l)
		} else if hi > n {
			return nil, false
		}
		if lo > n || lo > end {
			return nil, false
		}
		out = append(out, l[lo:end])
	}
	return out, true
}
