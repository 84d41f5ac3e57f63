package resolve

import (
	"go/constant"
	"go/types"
	"strconv"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/tenantkey/tenantkey/internal/template"
)

// https://pkg.go.dev/fmt
func init() {
	register(map[string]model{
		"fmt.Sprintf":  printModel(0),
		"fmt.Sprint":   printModel(0),
		"fmt.Sprintln": printModel(0),
		"fmt.Appendf":  printModel(1),
		"fmt.Append":   printModel(1),
		"fmt.Appendln": printModel(1),
		"fmt.Errorf":   printModel(0),
	})
}

// printModel is a function of fmt that puts its text behind its first skip
// arguments.
func printModel(skip int) model {
	return func(r *Resolver, v *ssa.Call, index int) (template.Value, bool) {
		args := v.Call.Args
		out := r.printed(fullName(calleeFunc(v.Common())), args[skip:])
		if skip == 1 {
			out = template.Cross(r.text(args[0]), out)
		}
		return template.TextValue(out), true
	}
}

// printed evaluates what a function of fmt prints: with a format first, or
// just its operands.
func (r *Resolver) printed(name string, args []ssa.Value) template.Set {
	name = strings.TrimPrefix(name, "fmt.")
	if strings.HasSuffix(name, "f") {
		return r.printf(r.text(args[0]), r.operands(args[1]))
	}
	return r.print(r.operands(args[0]), strings.HasSuffix(name, "ln"))
}

// An operand is an argument of a print function: its value, and its static
// type where the argument is written in the call.
type operand struct {
	value template.Value
	text  *template.Value // what its String method says, for %v, %s and %q
	typ   types.Type
	num   constant.Value // a numeric constant
	many  bool
}

// operands returns the elements of a variadic argument.
func (r *Resolver) operands(v ssa.Value) []operand {
	if c, ok := v.(*ssa.Const); ok && c.Value == nil {
		return nil
	}
	if sl, ok := v.(*ssa.Slice); ok {
		if a, ok := sl.X.(*ssa.Alloc); ok && sl.Low == nil && sl.High == nil {
			if arr, ok := deref(a.Type()).Underlying().(*types.Array); ok && arr.Len() <= template.MaxItems {
				return r.literalOperands(a, int(arr.Len()))
			}
		}
	}
	var out []operand
	lists := r.asLists(r.eval(v))
	if len(lists) != 1 {
		return []operand{{value: template.UnknownValue("is printed from a list that has several shapes"), many: true}}
	}
	for _, it := range lists[0] {
		out = append(out, operand{value: it.Value, many: it.Many})
	}
	return out
}

func (r *Resolver) literalOperands(a *ssa.Alloc, n int) []operand {
	out := make([]operand, n)
	for _, ref := range *a.Referrers() {
		ia, ok := ref.(*ssa.IndexAddr)
		if !ok {
			continue
		}
		i, ok := intConst(ia.Index, -1)
		if !ok || i < 0 || i >= n {
			continue
		}
		for _, use := range *ia.Referrers() {
			if st, ok := use.(*ssa.Store); ok && st.Addr == ia {
				out[i] = r.operandOf(st.Val, st.Block())
			}
		}
	}
	return out
}

func (r *Resolver) operandOf(v ssa.Value, b *ssa.BasicBlock) operand {
	op := operand{value: r.evalIn(v, b), typ: v.Type()}
	for {
		m, ok := v.(*ssa.MakeInterface)
		if !ok {
			break
		}
		v, op.typ = m.X, m.X.Type()
	}
	if c, ok := v.(*ssa.Const); ok && c.Value != nil {
		op.num = c.Value
	}
	if text, ok := r.stringed(v); ok {
		op.text = &text
	}
	return op
}

// stringed evaluates v's String or Error method, which fmt calls for %v and %s.
func (r *Resolver) stringed(v ssa.Value) (template.Value, bool) {
	return r.stringMethod(v.Type(), func(i int) (template.Value, bool) { return r.eval(v), i == template.Recv })
}

// stringMethod evaluates the Error or String method of a type, where it can be
// looked into.
func (r *Resolver) stringMethod(t types.Type, arg func(int) (template.Value, bool)) (template.Value, bool) {
	for _, name := range []string{"Error", "String"} {
		sel := r.pkg.Prog.MethodSets.MethodSet(t).Lookup(nil, name)
		if sel == nil {
			continue
		}
		fn, ok := sel.Obj().(*types.Func)
		if !ok || fn.Signature().Params().Len() > 0 || fn.Signature().Results().Len() != 1 {
			continue
		}
		recv := func(i int) (template.Value, bool) {
			v, ok := arg(i)
			return r.embedded(v, t, sel.Index()), ok
		}
		if m := r.body(r.pkg.Prog.FuncValue(fn.Origin())); m != nil {
			return r.Instantiate(r.summary(m, 0), ownerOf(m), recv), true
		}
		if s, ok := r.facts.Returns(fn); ok && len(s.Results) == 1 {
			return r.Instantiate(s.Results[0], fullName(fn), recv), true
		}
	}
	return template.Value{}, false
}

// embedded goes from a value to the receiver of a method that its type has from
// an embedded field; path leads to the method.
func (r *Resolver) embedded(v template.Value, t types.Type, path []int) template.Value {
	for _, i := range path[:len(path)-1] {
		f := fieldOf(t, i)
		v, t = r.projectField(v, f, t, nil), f.Type()
	}
	return v
}

// print evaluates Sprint, which puts spaces between operands when neither is a
// string, and Sprintln, which always does and ends the line.
func (r *Resolver) print(ops []operand, line bool) template.Set {
	var sets []template.Set
	for i, op := range ops {
		if i > 0 && (line || !ops[i-1].isString() && !op.isString()) {
			sets = append(sets, template.Text(" "))
		}
		text := r.verb("%v", 'v', op)
		if op.many && line {
			text = repeat(text, " ")
		} else if op.many {
			text = repeat(text, "")
		}
		sets = append(sets, text)
	}
	if line {
		sets = append(sets, template.Text("\n"))
	}
	return template.Cross(sets...)
}

// isString reports whether an operand is a string. Known text in a list is
// taken for one: the list does not say.
func (op operand) isString() bool {
	if op.typ == nil {
		h, isHole := op.value.Hole()
		return isHole && h.Type == "string" || !isHole && op.value.Kind == template.IsText
	}
	b, ok := op.typ.Underlying().(*types.Basic)
	return ok && b.Info()&types.IsString != 0
}

// printf evaluates a format with its operands.
func (r *Resolver) printf(format template.Set, ops []operand) template.Set {
	var out []template.Set
	for _, f := range format {
		out = append(out, r.printfOne(f, ops))
	}
	return template.Join(out...)
}

// printfOne splits a format into text and verbs. A hole in the format is text
// that is printed as it is: what a caller passes as a prefix has no verbs.
func (r *Resolver) printfOne(format template.Template, ops []operand) template.Set {
	if len(format) == 1 && format[0].Hole != nil && len(ops) > 0 && !format[0].Hole.IsAnySelf() {
		if format[0].Hole.Origin.Kind == template.Param && len(format[0].Hole.Via) == 0 {
			return template.HoleSet(r.formatHole(format[0].Hole, ops))
		}
		h := template.Unknown("is printed with a format that is not known")
		h.Expr = format[0].Hole.Expr
		return template.HoleSet(h)
	}
	var sets []template.Set
	next := 0
	callers := formatPart(format, ops)
	for i, p := range format {
		if i == callers {
			sets = append(sets, template.HoleSet(r.formatHole(p.Hole, ops)))
			continue
		}
		if p.Hole != nil {
			sets = append(sets, template.One(template.Of(p.Hole)))
			continue
		}
		s := p.Lit
		for s != "" {
			i := strings.IndexByte(s, '%')
			if i < 0 {
				sets = append(sets, template.Text(s))
				break
			}
			sets = append(sets, template.Text(s[:i]))
			v, rest := parseVerb(s[i:], &next, ops)
			s = rest
			sets = append(sets, r.verbSet(v, ops))
		}
	}
	return template.Cross(sets...)
}

// A verb is a parsed % directive.
type verb struct {
	text string // as written, arguments of * and [n] left out
	char byte
	arg  int // operand index; -1 for %%
}

// parseVerb reads a directive at the start of s, as fmt's doPrintf does: flags,
// [n], width or *, precision, [n], verb.
func parseVerb(s string, next *int, ops []operand) (verb, string) {
	i := 1
	clean := "%"
	index := func() {
		if i < len(s) && s[i] == '[' {
			if j := strings.IndexByte(s[i:], ']'); j > 0 {
				if n, err := strconv.Atoi(s[i+1 : i+j]); err == nil {
					*next = n - 1
				}
				i += j + 1
			}
		}
	}
	star := func() {
		if i < len(s) && s[i] == '*' {
			if *next >= 0 && *next < len(ops) && ops[*next].num != nil {
				clean += ops[*next].num.ExactString()
			}
			*next++
			i++
		}
	}
	for i < len(s) && strings.IndexByte("+-# 0", s[i]) >= 0 {
		clean += s[i : i+1]
		i++
	}
	index()
	star()
	for i < len(s) && s[i] >= '0' && s[i] <= '9' {
		clean += s[i : i+1]
		i++
	}
	if i < len(s) && s[i] == '.' {
		clean += "."
		i++
		index()
		star()
		for i < len(s) && s[i] >= '0' && s[i] <= '9' {
			clean += s[i : i+1]
			i++
		}
	}
	index()
	if i >= len(s) {
		return verb{text: "%!(NOVERB)", arg: -1}, ""
	}
	c := s[i]
	if c == '%' {
		return verb{text: "%%", char: '%', arg: -1}, s[i+1:]
	}
	v := verb{text: clean + string(c), char: c, arg: *next}
	*next++
	return v, s[i+1:]
}

func (r *Resolver) verbSet(v verb, ops []operand) template.Set {
	switch {
	case v.char == '%':
		return template.Text("%")
	case v.arg == -1:
		return template.Text(v.text)
	}
	if v.arg < len(ops) && !ops[v.arg].many {
		return r.verb(v.text, v.char, ops[v.arg])
	}
	if n := len(ops); n > 0 && ops[n-1].many && v.arg >= n-1 {
		return r.verb(v.text, v.char, operand{value: Nth(ops[n-1].value, v.arg-(n-1))})
	}
	return template.Text("%!" + string(v.char) + "(MISSING)")
}

// verb evaluates one operand under a verb.
func (r *Resolver) verb(text string, char byte, op operand) template.Set {
	if char == 'T' && op.typ != nil {
		return template.Text(types.TypeString(op.typ, func(p *types.Package) string { return p.Name() }))
	}
	if op.text != nil && (char == 'v' || char == 's' || char == 'q') {
		op.value, op.num = *op.text, nil
	}
	if op.num != nil && op.num.Kind() != constant.String {
		if s, ok := formatConst(text, op.num, op.typ); ok {
			return template.Text(s)
		}
	}
	if char == 'v' && strings.Contains(text, "#") { // Go's syntax: text is quoted
		return applyStep(template.Step{Func: text}, template.FormQuoted, r.KeyText(op.value, nil))
	}
	val := r.whole(op, char, strings.Contains(text, "+"))
	if (char == 's' || char == 'v' || char == 'd') && (len(text) == 2 || text == "%+v") {
		return val
	}
	form := template.FormText
	switch char {
	case 'x', 'X':
		form = template.FormHex
		if fixedWidth(text) {
			form = template.FormFixed
		}
	case 'q':
		form = template.FormQuoted
	case 'd':
		form = template.FormInt
	case 't':
		return val
	}
	st := template.Step{Func: text}
	if h, ok := template.TextValue(val).Hole(); ok && (h.Form == template.FormInt || h.Form == template.FormUint) || op.typ != nil && isNumeric(op.typ) {
		st.Args = []string{numeric}
	}
	return applyStep(st, form, val)
}

// whole evaluates an operand as text. A struct under %v prints as {a b}.
func (r *Resolver) whole(op operand, char byte, plus bool) template.Set {
	v := op.value
	if h, ok := v.Hole(); ok && op.typ != nil && (char == 'v' || char == 's' || char == 'q' || char == 'x') {
		if rec, ok := r.expand(h, op.typ); ok {
			v = rec
		}
	}
	if v.Kind != template.IsRecord {
		if v.Kind == template.IsList && (char == 'v' || char == 's' || char == 'd') {
			return template.Cross(template.Text("["), r.joinList(v, template.Text(" ")), template.Text("]"))
		}
		return r.KeyText(v, nil)
	}
	sets := []template.Set{template.Text("{")}
	if op.typ != nil && deref(op.typ) != op.typ {
		sets = []template.Set{template.Text("&{")}
	}
	for i, f := range v.Fields {
		if i > 0 {
			sets = append(sets, template.Text(" "))
		}
		if plus {
			sets = append(sets, template.Text(f.Name+":"))
		}
		sets = append(sets, r.whole(operand{value: f.Value}, char, plus))
	}
	return template.Cross(append(sets, template.Text("}"))...)
}
