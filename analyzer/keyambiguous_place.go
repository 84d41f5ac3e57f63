package analyzer

import (
	"go/ast"
	"go/types"
	"slices"
	"strings"

	"github.com/tenantkey/tenantkey/analyzer/keyuse"
	"github.com/tenantkey/tenantkey/internal/stores"
	"github.com/tenantkey/tenantkey/internal/template"
)

// isComposite reports whether the key of u is a struct, an array or two
// arguments where it is handed over: its fields are compared one by one,
// whatever text they hold. A wrapper may make text of a struct.
func (k *keyambiguous) isComposite(u *keyuse.Use) bool {
	if u.Row != nil && slices.ContainsFunc(u.Row.Keys, isTwo) {
		return true
	}
	if k.isStruct(u) {
		return !u.Wrapper || structural(u.Full)
	}
	t := k.argumentType(u)
	if t == nil {
		return false
	}
	if isListOfKeys(t, u) {
		return true
	}
	a, ok := t.Underlying().(*types.Array)
	if !ok {
		return false
	}
	b, ok := a.Elem().Underlying().(*types.Basic)
	return !ok || b.Kind() != types.Byte
}

// isListOfKeys reports whether a list was handed over of which nothing but its
// elements is known: each is a key of its own.
func isListOfKeys(t types.Type, u *keyuse.Use) bool {
	s, ok := t.Underlying().(*types.Slice)
	if !ok {
		return false
	}
	if b, ok := s.Elem().Underlying().(*types.Basic); ok && b.Kind() == types.Byte {
		return false
	}
	return !slices.ContainsFunc(u.Key, func(t template.Template) bool {
		return len(t) != 1 || t[0].Hole == nil || t[0].Hole.Origin.Kind != template.Repeat || t[0].Hole.Origin.Sep != ","
	})
}

// isTwo reports whether two arguments are one key.
func isTwo(p stores.Place) bool { return p.Shape == stores.Both || p.Shape == stores.Within }

// isStruct reports whether the key's argument is a struct, or a list of such.
func (k *keyambiguous) isStruct(u *keyuse.Use) bool {
	t := k.argumentType(u)
	if t == nil {
		return false
	}
	if s, ok := t.Underlying().(*types.Slice); ok {
		t = s.Elem()
	}
	_, ok := t.Underlying().(*types.Struct)
	return ok
}

// argumentType is the type of the key's argument, or of what it points at; nil
// when the key is no expression of its own.
func (k *keyambiguous) argumentType(u *keyuse.Use) types.Type {
	c, ok := k.o.root().FindByPos(u.KeyPos, u.KeyEnd)
	if !ok || u.KeyPos == u.Pos && u.KeyEnd == u.End {
		return nil
	}
	e, ok := c.Node().(ast.Expr)
	if !ok || e.Pos() != u.KeyPos || e.End() != u.KeyEnd {
		return nil
	}
	t := k.pass.TypesInfo.TypeOf(e)
	if t == nil {
		return nil
	}
	if p, ok := t.Underlying().(*types.Pointer); ok {
		return p.Elem()
	}
	return t
}

// structural reports whether a key that a wrapper puts together may be a
// struct, which prints with commas between its fields.
func structural(s template.Set) bool {
	for _, t := range s {
		text := false
		for _, p := range t {
			text = text || p.Hole == nil && strings.Trim(p.Lit, ",") != "" && !strings.HasPrefix(p.Lit, ",") && !strings.HasSuffix(p.Lit, ",")
		}
		if !text {
			return true
		}
	}
	return false
}

// outerSet returns s as the function that its parts were passed to sees it:
// what is known of the values themselves is left out.
func outerSet(s template.Set) template.Set {
	out := make(template.Set, len(s))
	for i, t := range s {
		for _, p := range t {
			if p.Hole != nil {
				h := *p.Hole
				h.Evidence = nil
				deepest := 0
				for _, e := range p.Hole.Evidence {
					deepest = max(deepest, e.Depth)
				}
				for _, e := range p.Hole.Evidence {
					if e.Depth == deepest {
						e.Depth = 0
						h.Evidence = append(h.Evidence, e)
					}
				}
				if deepest > 0 {
					h.Form = template.FormText
				}
				p.Hole = &h
			}
			out[i] = append(out[i], p)
		}
	}
	return out
}

// located says where an ambiguity of u is told: where the key is joined.
func (k *keyambiguous) located(a *ambiguity, u *keyuse.Use) *ambiguity {
	if a == nil {
		return nil
	}
	a.uses = []*keyuse.Use{u}
	a.key = keysOf(u).String()
	a.at = k.o.of(u)
	a.join = joinKey{at: a.at}
	e := k.o.expr(u)
	if e == nil {
		return a
	}
	for range maxFollow {
		call, ok := ast.Unparen(e).(*ast.CallExpr)
		if !ok {
			break
		}
		fn, ok := calleeOf(k.pass.TypesInfo, call).(*types.Func)
		if !ok {
			break
		}
		if fn.Pkg() != k.pass.Pkg {
			if fn.Pkg() != nil && strings.Contains(fn.Pkg().Path(), ".") && !fn.Signature().Variadic() {
				// A builder of another package: it is told once, at its first use.
				a.join = joinKey{callee: fn.Origin().FullName()}
			}
			break
		}
		body := k.joins(fn)
		if body == nil {
			break
		}
		e = body
		a.at = place{e.Pos(), e.End()}
		a.join = joinKey{at: a.at}
	}
	return a
}

// joins returns the expression by which a function of this package joins what
// it is given, nil if it joins nothing itself or as many parts as its callers
// want.
func (k *keyambiguous) joins(fn *types.Func) ast.Expr {
	if fn.Signature().Variadic() {
		return nil
	}
	e := k.o.returned(fn)
	if e == nil {
		return nil
	}
	switch e := k.o.follow(e).(type) {
	case *ast.BinaryExpr, *ast.CallExpr:
		return e
	}
	return nil
}
