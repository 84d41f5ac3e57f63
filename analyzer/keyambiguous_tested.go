package analyzer

import (
	"go/ast"
	"go/constant"
	"go/types"
	"slices"
	"strings"

	"github.com/tenantkey/tenantkey/analyzer/keyuse"
	"github.com/tenantkey/tenantkey/internal/ident"
)

// tested takes from the elements what the function that uses the key tests them
// for. What a test lets through is not known beyond that, and it is taken to be
// made for the key: a function that looks for the separator, that matches a
// regular expression or whose name says that it validates.
//
//	if strings.Contains(name, "-") { return errName } // no hyphen
//	if !slug.MatchString(name) { return errName }     // none of the separators
//	if err := validate(name); err != nil { return err }
func (k *keyambiguous) tested(u *keyuse.Use, es []element) {
	c, ok := k.o.root().FindByPos(u.Pos, u.End)
	if !ok || k.all {
		return
	}
	for fn := range c.Enclosing((*ast.FuncDecl)(nil)) {
		ast.Inspect(fn.Node(), func(n ast.Node) bool {
			call, ok := n.(*ast.CallExpr)
			if !ok {
				return true
			}
			fn, ok := calleeOf(k.pass.TypesInfo, call).(*types.Func)
			if !ok {
				return true
			}
			for i, e := range es {
				if e.hole != nil && slices.ContainsFunc(call.Args, func(a ast.Expr) bool { return isExpr(a, e.hole.Expr) }) {
					k.passes(&es[i], fn, call)
				}
			}
			return true
		})
	}
}

// passes takes from e what it can't be where fn was called with it.
func (k *keyambiguous) passes(e *element, fn *types.Func, call *ast.CallExpr) {
	if fn.Pkg() == nil {
		return
	}
	switch fn.Pkg().Path() {
	case "strings", "bytes":
		if !strings.HasPrefix(fn.Name(), "Contains") && !strings.HasPrefix(fn.Name(), "Index") || len(call.Args) != 2 {
			return
		}
		text, ok := constantText(k.pass.TypesInfo, call.Args[1])
		if any := strings.HasSuffix(fn.Name(), "Any"); ok && (any || len([]rune(text)) == 1) {
			e.not += text
		}
	case "regexp":
		e.loose, e.free, e.chosen = false, false, false
	default:
		if slices.ContainsFunc(ident.Words(fn.Name()), func(w string) bool { return checkWords[w] }) {
			e.loose, e.free, e.chosen = false, false, false
		}
	}
}

// checkWords say that a function refuses what has not the right form.
var checkWords = setOf("valid validate validates validated validation check verify sanitize match matches matched")

// isExpr reports whether e is written as a text, perhaps converted.
func isExpr(e ast.Expr, text string) bool {
	e = ast.Unparen(e)
	if call, ok := e.(*ast.CallExpr); ok && len(call.Args) == 1 {
		if _, ok := call.Fun.(*ast.ArrayType); ok {
			e = ast.Unparen(call.Args[0])
		}
	}
	return types.ExprString(e) == text
}

// constantText is the text of a constant string or rune.
func constantText(info *types.Info, e ast.Expr) (string, bool) {
	v := info.Types[e].Value
	if v == nil {
		return "", false
	}
	if v.Kind() == constant.String {
		return constant.StringVal(v), true
	}
	r, ok := constant.Int64Val(v)
	return string(rune(r)), ok
}
