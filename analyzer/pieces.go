package analyzer

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"strconv"
	"strings"

	"golang.org/x/tools/go/analysis"
)

// pieces are what an expression puts a key together from: fmt.Sprintf with a
// literal format, operands of +, or elements of a strings.Join.
type pieces interface {
	// flat is the key with each part that is not known text as a holeMark.
	flat() string
	// insert returns the edits that put v into the key at a place of its flat
	// text, and whether that place can be edited.
	insert(at insertion, v *scoped) ([]analysis.TextEdit, bool)
}

// piecesOf takes e apart, and says whether it is of a form that can be edited.
func piecesOf(pass *analysis.Pass, e ast.Expr) (pieces, bool) {
	switch e := ast.Unparen(e).(type) {
	case *ast.BinaryExpr:
		if e.Op == token.ADD {
			return sumOf(pass, e)
		}
	case *ast.CallExpr:
		fn, ok := calleeOf(pass.TypesInfo, e).(*types.Func)
		if !ok || e.Ellipsis.IsValid() {
			return nil, false
		}
		switch fn.FullName() {
		case "fmt.Sprintf":
			return formatOf(e)
		case "strings.Join":
			return joinOf(pass, e)
		}
	}
	return nil, false
}

// editable returns the text of a literal whose bytes are those of its source,
// so that an offset into one is an offset into the other.
func editable(e ast.Expr) (lit *ast.BasicLit, text string, ok bool) {
	lit, ok = ast.Unparen(e).(*ast.BasicLit)
	if !ok || lit.Kind != token.STRING {
		return nil, "", false
	}
	text, err := strconv.Unquote(lit.Value)
	return lit, text, err == nil && text == lit.Value[1:len(lit.Value)-1]
}

func edit(pos token.Pos, text string) analysis.TextEdit {
	return analysis.TextEdit{Pos: pos, End: pos, NewText: []byte(text)}
}

// A format is fmt.Sprintf("project:%d", id).
type format struct {
	call *ast.CallExpr
	lit  *ast.BasicLit
	text string
	out  strings.Builder
	// at says for each byte of the flat text where it begins in the format,
	// and how many verbs come before it.
	at []formatAt
}

type formatAt struct{ offset, verbs int }

// formatOf reads a format; one with explicit argument indices or widths from
// arguments is not edited.
func formatOf(call *ast.CallExpr) (pieces, bool) {
	if len(call.Args) == 0 {
		return nil, false
	}
	lit, text, ok := editable(call.Args[0])
	if !ok || strings.ContainsAny(text, "*[") {
		return nil, false
	}
	f := &format{call: call, lit: lit, text: text}
	verbCount := 0
	for i := 0; i < len(text); i++ {
		here := formatAt{i, verbCount}
		if text[i] != '%' {
			f.out.WriteByte(text[i])
			f.at = append(f.at, here)
			continue
		}
		j := i + 1
		for j < len(text) && strings.ContainsRune("+-# 0123456789.", rune(text[j])) {
			j++
		}
		if j == len(text) {
			return nil, false
		}
		if text[j] == '%' {
			f.out.WriteByte('%')
		} else {
			f.out.WriteRune(holeMark)
			verbCount++
		}
		f.at = append(f.at, here)
		i = j
	}
	f.at = append(f.at, formatAt{len(text), verbCount})
	return f, verbCount == len(call.Args)-1
}

func (f *format) flat() string { return f.out.String() }

func (f *format) insert(at insertion, v *scoped) ([]analysis.TextEdit, bool) {
	where := f.at[at.offset]
	verb := strings.ReplaceAll(at.before, "%", "%%") + v.verb + strings.ReplaceAll(at.after, "%", "%%")
	edits := []analysis.TextEdit{edit(f.lit.Pos()+1+token.Pos(where.offset), verb)}
	if i := where.verbs + 1; i < len(f.call.Args) {
		return append(edits, edit(f.call.Args[i].Pos(), v.expr+", ")), true
	}
	return append(edits, edit(f.call.Args[len(f.call.Args)-1].End(), ", "+v.expr)), true
}

// A sum is "project:" + id.
type sum struct{ operands []operand }

type operand struct {
	expr ast.Expr
	text string
	hole bool
}

func sumOf(pass *analysis.Pass, e *ast.BinaryExpr) (pieces, bool) {
	s := &sum{}
	var add func(ast.Expr)
	add = func(e ast.Expr) {
		if b, ok := ast.Unparen(e).(*ast.BinaryExpr); ok && b.Op == token.ADD && pass.TypesInfo.Types[e].Value == nil {
			add(b.X)
			add(b.Y)
			return
		}
		s.operands = append(s.operands, operandOf(pass, e))
	}
	add(e)
	// Of a named type, the operands would need a conversion.
	return s, types.Identical(pass.TypesInfo.TypeOf(e), types.Typ[types.String])
}

func operandOf(pass *analysis.Pass, e ast.Expr) operand {
	if tv := pass.TypesInfo.Types[e]; tv.Value != nil && tv.Value.Kind() == constant.String {
		return operand{expr: e, text: constant.StringVal(tv.Value)}
	}
	return operand{expr: e, text: string(holeMark), hole: true}
}

func (s *sum) flat() string {
	var b strings.Builder
	for _, o := range s.operands {
		b.WriteString(o.text)
	}
	return b.String()
}

func (s *sum) insert(at insertion, v *scoped) ([]analysis.TextEdit, bool) {
	if v.text == "" {
		return nil, false
	}
	quoted := func(sep, before, after string) string {
		if sep == "" {
			return ""
		}
		return before + strconv.Quote(sep) + after
	}
	offset := 0
	for i, o := range s.operands {
		end := offset + len(o.text)
		switch {
		case at.offset == end && i < len(s.operands)-1 && at.after != "":
			// "project:" + id: between the two.
			return []analysis.TextEdit{edit(o.expr.End(), "+"+v.text+quoted(at.after, "+", ""))}, true
		case at.offset == end && i == len(s.operands)-1:
			return []analysis.TextEdit{edit(o.expr.End(), quoted(at.before, "+", "")+"+"+v.text+quoted(at.after, "+", ""))}, true
		case at.offset == 0 && i == 0:
			if lit, text, ok := editable(o.expr); ok && text == o.text {
				return []analysis.TextEdit{edit(lit.Pos(), v.text+"+"), edit(lit.Pos()+1, at.after)}, true
			}
			return []analysis.TextEdit{edit(o.expr.Pos(), v.text+quoted(at.after, "+", "")+"+")}, true
		case offset < at.offset && at.offset < end:
			lit, text, ok := editable(o.expr)
			if !ok || text != o.text {
				return nil, false
			}
			q := lit.Value[:1]
			pos := lit.Pos() + 1 + token.Pos(at.offset-offset)
			return []analysis.TextEdit{edit(pos, at.before+q+"+"+v.text+"+"+q+at.after)}, q == `"` || q == "`"
		}
		offset = end
	}
	return nil, false
}

// A joined is strings.Join([]string{"project", id}, ":").
type joined struct {
	sep      string
	elements []operand
}

func joinOf(pass *analysis.Pass, call *ast.CallExpr) (pieces, bool) {
	if len(call.Args) != 2 {
		return nil, false
	}
	lit, ok := ast.Unparen(call.Args[0]).(*ast.CompositeLit)
	sep := operandOf(pass, call.Args[1])
	if !ok || sep.hole || sep.text == "" || len(lit.Elts) == 0 {
		return nil, false
	}
	j := &joined{sep: sep.text}
	for _, e := range lit.Elts {
		if _, keyed := e.(*ast.KeyValueExpr); keyed {
			return nil, false
		}
		j.elements = append(j.elements, operandOf(pass, e))
	}
	return j, true
}

func (j *joined) flat() string {
	var parts []string
	for _, e := range j.elements {
		parts = append(parts, e.text)
	}
	return strings.Join(parts, j.sep)
}

// insert adds an element where the place is one between elements and the
// separator is the join's own.
func (j *joined) insert(at insertion, v *scoped) ([]analysis.TextEdit, bool) {
	if v.text == "" || at.before+at.after != j.sep {
		return nil, false
	}
	offset := 0
	for _, e := range j.elements {
		if at.offset == offset && at.after != "" {
			return []analysis.TextEdit{edit(e.expr.Pos(), v.text+", ")}, true
		}
		offset += len(e.text)
		if at.offset == offset && at.before != "" {
			return []analysis.TextEdit{edit(e.expr.End(), ", "+v.text)}, true
		}
		offset += len(j.sep)
	}
	return nil, false
}
