package analyzer

import (
	"fmt"
	"go/ast"
	"go/token"
	"go/types"
	"strings"

	"golang.org/x/tools/go/analysis"
)

// ambiguityFixes offers to quote the free text of a key that fmt.Sprintf puts
// together: its %s or %v becomes %q, for as many parts as it takes for no two
// inputs to share the key.
func (k *keyambiguous) ambiguityFixes(a *ambiguity) []analysis.SuggestedFix {
	toQuote := a.toQuote()
	if a.digest != "" || len(toQuote) == 0 {
		return nil
	}
	c, ok := k.o.root().FindByPos(a.at.pos, a.at.end)
	if !ok {
		return nil
	}
	call, ok := c.Node().(*ast.CallExpr)
	if !ok || call.Pos() != a.at.pos || call.End() != a.at.end || call.Ellipsis.IsValid() || len(call.Args) == 0 {
		return nil
	}
	if fn, ok := calleeOf(k.pass.TypesInfo, call).(*types.Func); !ok || fn.FullName() != "fmt.Sprintf" {
		return nil
	}
	lit, text, ok := editable(call.Args[0])
	if !ok || strings.ContainsAny(text, "*[") {
		return nil
	}
	free := map[string]bool{}
	for _, h := range toQuote {
		free[h.Expr] = true
	}
	var edits []analysis.TextEdit
	var names []string
	verb := 0
	for i := 0; i+1 < len(text); i++ {
		if text[i] != '%' {
			continue
		}
		if text[i+1] == '%' {
			i++
			continue
		}
		verb++
		if text[i+1] != 's' && text[i+1] != 'v' || verb >= len(call.Args) {
			continue
		}
		arg := call.Args[verb]
		if !free[types.ExprString(arg)] || !isStringType(k.pass.TypesInfo.TypeOf(arg)) {
			continue
		}
		pos := lit.Pos() + 1 + token.Pos(i+1)
		edits = append(edits, analysis.TextEdit{Pos: pos, End: pos + 1, NewText: []byte("q")})
		names = append(names, types.ExprString(arg))
	}
	if len(edits) == 0 || len(edits) < len(free) {
		return nil
	}
	return []analysis.SuggestedFix{{Message: fmt.Sprintf("Quote %s in the key", inWords(names)), TextEdits: edits}}
}

func isStringType(t types.Type) bool {
	b, ok := t.Underlying().(*types.Basic)
	return ok && b.Info()&types.IsString != 0
}
