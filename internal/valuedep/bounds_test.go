package valuedep

import (
	"fmt"
	"strings"
	"testing"
)

// TestCut reaches each bound past which something is left out, from both
// sides: past it the answer says that there may be more, up to it the answer
// is whole.
func TestCut(t *testing.T) {
	for _, tt := range []struct {
		name  string
		bound int
		src   func(n int) string // a function f that needs n of what is bounded
	}{
		{"inputs of a value", maxDeps, manyInputs},
		{"branches that choose a value", maxConds, manyChoices},
		{"branches before a write", maxConds, manyWrites},
		{"branches that choose a return", maxConds, manyReturns},
		{"values on the way", maxVisit / 4, manyValues}, // each step is a conversion, a sum and their operands
		{"pieces of memory", maxDeps, manyPieces},
		{"calls that fill", maxDepth, manyFillers},
		{"functions handed on", maxDepth, manyFuncs},
	} {
		t.Run(tt.name, func(t *testing.T) {
			for n, want := range map[int]bool{tt.bound / 4: false, tt.bound + 10: true} {
				a := load(t, tt.src(n))
				deps, ok := a.resultsOf(a.Pkg.Func("f"), 0, "", false)
				if !ok || deps.cut != want {
					t.Errorf("%d: cut is %v, want %v", n, deps.cut, want)
				}
				if !want && !hasInput(deps, "last") {
					t.Errorf("%d: last is missing", n)
				}
			}
		})
	}
}

func hasInput(deps *Deps, name string) bool {
	for _, d := range deps.List {
		if d.Expr == name {
			return true
		}
	}
	return false
}

// repeated is format for 0 to n-1.
func repeated(n int, format string) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, format+"\n", i)
	}
	return b.String()
}

func manyInputs(n int) string {
	return "type T struct {\n" + repeated(n, "F%d string") + "}\nfunc f(t T, last string) string { s := last\n" + repeated(n, "s += t.F%d") + "return s }"
}

func manyChoices(n int) string {
	return "func f(c int, last bool) string { s := \"\"\nif last { s = \"x\" } else {\nswitch c {\n" + repeated(n, "case %[1]d: s = \"%[1]d\"") + "}}\nreturn s }"
}

func manyWrites(n int) string {
	return "func f(c []bool, last string) string { p := new(string)\n" + repeated(n, "if c[%d] {") + "*p = last\n" + strings.Repeat("}", n) + "\nreturn *p }"
}

func manyReturns(n int) string {
	return "func f(c int, last bool) string { if last { return \"x\" }\n" + repeated(n, "if c == %[1]d { return \"%[1]d\" }") + "return \"\" }"
}

func manyValues(n int) string {
	return "type S string\nfunc f(a, last string) string { s := last\n" + repeated(n, "s += string(S(s+a)) + \"%d\"") + "return s }"
}

func manyPieces(n int) string {
	return "type T struct {\n" + repeated(n, "F%d string") + "}\nfunc f(a, last string) *T { t := new(T)\nt.F0 = last\n" + repeated(n, "t.F%d = a") + "return t }"
}

func manyFillers(n int) string {
	return "func g0(p *string, last string) { *p = last }\n" + chain(n, "func g%d(p *string, last string) { g%d(p, last) }") +
		fmt.Sprintf("func f(last string) string { var s string; g%d(&s, last); return s }", n)
}

func manyFuncs(n int) string {
	return "func g0(get func() string) string { return get() }\n" + chain(n, "func g%d(get func() string) string { return g%d(func() string { return get() }) }") +
		fmt.Sprintf("func f(last string) string { return g%d(func() string { return last }) }", n)
}

// chain is functions that call one the other.
func chain(n int, format string) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, format+"\n", i+1, i)
	}
	return b.String()
}

// TestCutOnce: a function that is run once and is given nothing can't depend on
// who comes first, however large it is: the tables of a generated parser.
func TestCutOnce(t *testing.T) {
	const n = maxDeps + 10
	fields := "import \"sync\"\nvar once sync.Once\ntype T struct {\n" + repeated(n, "F%d string") + "}\nvar t T\nfunc get(s string) string { return s }\n"
	fill := repeated(n, "p.F%d = get(\"\")")
	for src, want := range map[string]bool{
		fields + "func fill() { p := &t\n" + fill + "}\nfunc f() { once.Do(fill) }":                              false,
		fields + "func f(a []string) { once.Do(func() { p := &t\n" + repeated(n, "p.F%[1]d = a[%[1]d]") + "}) }": true,
	} {
		a := load(t, src)
		for _, s := range a.Sinks(a.Pkg.Func("f")) {
			if s.Partial != want {
				t.Errorf("partial is %v, want %v", s.Partial, want)
			}
		}
	}
}
