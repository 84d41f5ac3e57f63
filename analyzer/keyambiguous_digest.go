package analyzer

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"github.com/tenantkey/tenantkey/analyzer/keyuse"
	"github.com/tenantkey/tenantkey/internal/stores"
	"github.com/tenantkey/tenantkey/internal/template"
)

// hashPackages are those whose functions digest text as it is. A digest of a
// struct (hashstructure, JSON) knows its fields apart.
var hashPackages = []string{"crypto/", "hash/", "xxh", "murmur", "golang.org/x/crypto/", "blake", "farm", "fnv", "cityhash", "metro", "siphash", "github.com/google/uuid."}

func hashesText(fn string) bool {
	return slices.ContainsFunc(hashPackages, func(p string) bool { return strings.Contains(fn, p) })
}

// weakPackages make digests of 64 bits and less that are no cryptography:
// whoever can choose the text can choose one with the digest of another.
var weakPackages = []string{"hash/crc32", "hash/crc64", "hash/adler32", "hash/fnv", "hash/maphash", "xxhash", "xxh3", "murmur3", "farm", "cityhash", "metro"}

// isWeak reports whether a hole is such a digest of text. 128 bits are not:
// a collision must be looked for on purpose.
func isWeak(h *template.Hole) bool {
	if h.Origin.Kind != template.Digest || strings.Contains(h.Origin.Name, "128") || h.Form == template.FormQuoted {
		return false
	}
	if !slices.ContainsFunc(weakPackages, func(p string) bool { return strings.Contains(h.Origin.Name, p) }) {
		return false
	}
	return slices.ContainsFunc(h.Origin.Inputs, func(in template.Set) bool {
		return slices.ContainsFunc(in, func(t template.Template) bool {
			return slices.ContainsFunc(t.Holes(), func(h *template.Hole) bool { return !isFixed(h) && canBeAnything(h.Form) })
		})
	})
}

func canBeAnything(f template.Form) bool {
	switch f {
	case template.FormInt, template.FormUint, template.FormBool, template.FormEnum, template.FormFloat:
		return false
	}
	return true
}

// weakDigest returns how a key that is nothing but a short digest is shared,
// nil if t is none.
func weakDigest(t template.Template) *ambiguity {
	var weak *template.Hole
	for _, h := range t.Holes() {
		switch {
		case isFixed(h):
		case weak == nil && isWeak(h):
			weak = h
		default:
			return nil // the digest only parts what the rest leaves
		}
	}
	if weak == nil {
		return nil
	}
	return &ambiguity{template: t, digest: weak.Origin.Name, weak: true}
}

// keptBeside reports whether the function that sets a value under a digest
// keeps what it is a digest of in a field, or the function that gets one compares
// that with a field: then another's value is noticed. Which field, and whether
// that is kept with the value, is not looked into.
//
//	rdb.Set(ctx, short(query), encode(entry{Query: query, Body: body}), ttl)
//	if entry.Query != query { return nil }
func (k *keyambiguous) keptBeside(u *keyuse.Use) bool {
	c, ok := k.o.root().FindByPos(u.Pos, u.End)
	if !ok {
		return false
	}
	texts := map[types.Object]bool{}
	k.textsIn(c.Node(), texts)
	for fn := range c.Enclosing((*ast.FuncDecl)(nil)) {
		return len(texts) > 0 && k.keeps(fn.Node().(*ast.FuncDecl).Body, texts, u.Op == stores.Set)
	}
	return false
}

// textsIn collects the text variables in an expression, those that the
// variables in it are made of among them.
func (k *keyambiguous) textsIn(n ast.Node, out map[types.Object]bool) {
	ast.Inspect(n, func(n ast.Node) bool {
		id, ok := n.(*ast.Ident)
		if !ok {
			return true
		}
		v, ok := k.pass.TypesInfo.Uses[id].(*types.Var)
		if !ok || v.IsField() || out[v] || !isTextual(v.Type()) {
			return true
		}
		out[v] = true
		if made := k.o.follow(id); made != ast.Expr(id) {
			k.textsIn(made, out)
		}
		return true
	})
}

// isTextual reports whether a variable can be a text that is digested.
func isTextual(t types.Type) bool {
	b, ok := t.Underlying().(*types.Basic)
	return ok && b.Info()&types.IsString != 0
}

// keeps reports whether one of the variables is compared with a field or, where
// that is enough, put into one.
func (k *keyambiguous) keeps(body *ast.BlockStmt, texts map[types.Object]bool, put bool) bool {
	isOne := func(e ast.Expr) bool {
		id, ok := ast.Unparen(e).(*ast.Ident)
		return ok && texts[k.pass.TypesInfo.Uses[id]]
	}
	isField := func(e ast.Expr) bool {
		sel, ok := ast.Unparen(e).(*ast.SelectorExpr)
		return ok && k.pass.TypesInfo.Selections[sel] != nil
	}
	found := false
	ast.Inspect(body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.BinaryExpr:
			if n.Op == token.EQL || n.Op == token.NEQ {
				found = found || isOne(n.X) && isField(n.Y) || isOne(n.Y) && isField(n.X)
			}
		case *ast.KeyValueExpr:
			found = found || put && isOne(n.Value)
		case *ast.AssignStmt:
			for i, l := range n.Lhs {
				found = found || put && len(n.Rhs) == len(n.Lhs) && isField(l) && isOne(n.Rhs[i])
			}
		}
		return !found
	})
	return found
}
