package resolve

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"slices"
	"strings"
	"testing"

	"github.com/tenantkey/tenantkey/internal/template"
)

// A reach is two programs, one that stays within a bound and one that is past
// it. The key of the first is known; of the second it is what the bound is
// documented to do, or not known for the reason.
type reach struct {
	bound        string
	within, want string
	past         string
	then, why    string
	hit          func(r *Resolver) bool // that it is this bound which was hit
}

var reaches = []reach{
	{
		bound:  "maxSteps",
		within: returns(maxSteps / 4), want: "{call(n)}",
		past: returns(maxSteps), why: tooHard,
		hit: func(r *Resolver) bool { return r.steps > maxSteps && r.work <= maxWork },
	},
	{
		bound:  "maxWork",
		within: longReturns(100), want: strings.Repeat("{a}", template.MaxParts-1) + "{call(n)}",
		past: longReturns(maxWork/template.MaxParts + 100), why: tooHard,
		hit: func(r *Resolver) bool { return r.work > maxWork && r.steps <= maxSteps },
	},
	{
		bound:  "maxDepth",
		within: conversions(maxDepth/2 - 2), want: "k:{a}",
		past: conversions(maxDepth/2 + 2), why: tooDeep,
	},
	{
		bound:  "maxCalls",
		within: builders(maxCalls - 1), want: strings.Repeat(":", maxCalls-1) + "{a}",
		past: builders(maxCalls), why: tooDeep,
	},
	{
		// Where too many blocks can run after another, any write may be the last.
		bound:  "maxBlocks",
		within: closureBefore(10), want: "j",
		past: closureBefore(maxBlocks/2 + 10), then: "j | k",
	},
	{
		bound:  "maxImpls",
		within: implementations(maxImpls), want: join(maxImpls, " | ", "k%d:{i.id}"),
		past: implementations(maxImpls + 1), then: "{i.key()}",
	},
	{
		bound:  "maxStores",
		within: closuresThatSet(maxStores), want: "a | b",
		past: closuresThatSet(maxStores + 1), why: template.TooMany,
	},
	{
		bound:  "maxStores",
		within: constructors(maxStores), want: "a{id} | b{id}",
		past: constructors(maxStores + 1), then: "{t.p}{id}",
	},
	{
		bound:  "maxFields",
		within: structKey(maxFields), want: "{{{a}" + strings.Repeat(" ", maxFields-1) + "}}",
		past: structKey(maxFields + 1), why: tooWide,
	},
	{
		bound:  "maxFields",
		within: mapOf(maxFields), want: "*",
		past: mapOf(maxFields + 1), why: tooFull,
	},
	{
		// Texts that a function chooses from are alternatives, and many are one
		// hole that is named after the function.
		bound:  "manyCases",
		within: chooser(manyCases - 1), want: join(manyCases-1, " | ", "k%d"),
		past: chooser(manyCases), then: "{name(n)}",
	},
	{
		bound:  "maxNested",
		within: nestedZero(maxNested), want: strings.Repeat("{{", maxNested) + strings.Repeat("}}", maxNested),
		past: nestedZero(maxNested + 1), why: tooNested,
	},
	{
		// Past it nobody knows that the text was tested for being empty.
		bound:  "maxGuards",
		within: guardedBy(maxGuards - 2), want: "none | t:{a}",
		past: guardedBy(maxGuards + 1), then: "none | t:{a} | {a}",
	},
	{
		// Past it a pointer is a root of its own, which is worked out by itself.
		bound:  "maxChain",
		within: chained(maxChain - 2), want: strings.Repeat("x", maxChain-2),
		past: chained(maxChain + 2), then: strings.Repeat("x", maxChain+2),
	},
	{
		bound:  "maxExpr",
		within: longCall(maxExpr - len("call()")), want: "{call(" + strings.Repeat("p", maxExpr-len("call()")) + ")}",
		past: longCall(maxExpr), then: "{call(" + strings.Repeat("p", maxExpr-len("call(")) + "…}",
	},
	{
		bound:  "maxShown",
		within: hashOf(maxShown), want: "{sha256.Sum256(" + strings.Repeat("p", maxShown) + ")}",
		past: hashOf(maxShown + 1), then: "{sha256.Sum256(" + strings.Repeat("p", maxShown) + "…)}",
	},
	{
		bound:  "template.MaxItems",
		within: listOf(template.MaxItems - 1), want: strings.Repeat(":", template.MaxItems-2),
		past: listOf(template.MaxItems + 1), why: template.TooLong,
	},
}

func TestBounds(t *testing.T) {
	for _, tt := range reaches {
		t.Run(tt.bound, func(t *testing.T) {
			if got, _ := keyOf(t, tt.within); got.String() != tt.want && (tt.want != "*" || len(whys(got)) > 0) {
				t.Errorf("within the bound: got %.300s\nwant %.300s", got, tt.want)
			}
			got, r := keyOf(t, tt.past)
			switch {
			case tt.why != "" && !slices.Contains(whys(got), tt.why):
				t.Errorf("past the bound: got %.300s, not known because it %q: want %q", got, whys(got), tt.why)
			case tt.why == "" && got.String() != tt.then:
				t.Errorf("past the bound: got %.300s\nwant %.300s", got, tt.then)
			}
			if tt.hit != nil && !tt.hit(r) {
				t.Errorf("another bound was hit: %d steps, %d work", r.steps, r.work)
			}
		})
	}
}

func keyOf(t *testing.T, src string) (got template.Set, r *Resolver) {
	t.Helper()
	r = program(t, "package p\n"+src)
	fn := r.pkg.Func("Key")
	cheaply(t, func() { got = r.KeyText(r.Returns(fn)[0], fn.Signature.Results().At(0).Type()) })
	return got, r
}

// TestPackageBudget: a package has so much work for all its keys, the more the
// more functions it has, and what comes after that is said not to be known.
func TestPackageBudget(t *testing.T) {
	few := program(t, "package p\nfunc Key(a string) string { return \"k:\" + a }\nfunc Next(a string) string { return \"n:\" + a }")
	if want := packageWork + functionWork*3; few.budget != want { // two, and init
		t.Errorf("budget %d, want %d", few.budget, want)
	}
	if got := few.returnedBy(t, "Key").String(); got != "k:{a}" {
		t.Errorf("within the budget: got %s", got)
	}
	few.spent = few.budget
	got := few.returnedBy(t, "Next")
	if !slices.Contains(whys(got), tooHard) {
		t.Errorf("past the budget: got %s: want one that %q", got, tooHard)
	}
	if got := few.returnedBy(t, "Key").String(); got != "k:{a}" {
		t.Errorf("what was known before is %s afterwards", got)
	}
}

// TestEveryBound: no bound without a test that reaches it.
func TestEveryBound(t *testing.T) {
	tested := map[string]bool{"packageWork": true, "functionWork": true} // TestPackageBudget
	for _, tt := range reaches {
		tested[tt.bound] = true
	}
	f, err := parser.ParseFile(token.NewFileSet(), "bounds.go", nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range f.Decls {
		gen, ok := d.(*ast.GenDecl)
		if !ok || gen.Tok != token.CONST {
			continue
		}
		for _, s := range gen.Specs {
			spec := s.(*ast.ValueSpec)
			if lit, ok := spec.Values[0].(*ast.BasicLit); ok && lit.Kind == token.STRING {
				continue // a reason
			}
			if name := spec.Names[0].Name; !tested[name] {
				t.Errorf("no test reaches %s: add it to the table of this file", name)
			}
		}
	}
}

func join(n int, sep, format string) string {
	out := make([]string, n)
	for i := range out {
		out[i] = fmt.Sprintf(format, i)
	}
	return strings.Join(out, sep)
}

// hashOf is a key that is a digest of a parameter whose name has n letters.
func hashOf(n int) string {
	p := strings.Repeat("p", n)
	return "import \"crypto/sha256\"\nfunc Key(" + p + " string) string { h := sha256.Sum256([]byte(" + p + ")); return string(h[:]) }"
}

// returns is a function that returns a call in n places.
func returns(n int) string {
	return "func call(n int) string\nfunc Key(n int) string {\n" + strings.Repeat("if n > 0 { return call(n) }\n", n) + "return call(n) }"
}

// longReturns is one that returns long text in n places.
func longReturns(n int) string {
	return "func call(n int) string\nfunc Key(n int, a string) string { x := " + sums(template.MaxParts-1, "a") + "\n" +
		strings.Repeat("if n > 0 { return x + call(n) }\n", n) + "return x + call(n) }"
}

// conversions are n conversions there and back.
func conversions(n int) string {
	return "type T string\nfunc Key(a string) string { return \"k:\" + " + strings.Repeat("string(T(", n) + "a" + strings.Repeat("))", n) + " }"
}

// builders are n functions, each of which adds a colon to what the next builds.
func builders(n int) string {
	return "func f0(a string) string { return \":\" + a }\n" +
		chain(n) +
		fmt.Sprintf("func Key(a string) string { return f%d(a) }", n-1)
}

func chain(n int) string {
	var b strings.Builder
	for i := 1; i < n; i++ {
		fmt.Fprintf(&b, "func f%d(a string) string { return \":\" + f%d(a) }\n", i, i-1)
	}
	return b.String()
}

// closureBefore reads a variable in a closure, with n branches after it.
func closureBefore(n int) string {
	return `func Key(n int) string { x := "k"; x = "j"
f := func() string { return x }
` + many(n, "if n == %[1]d { n += %[2]d }") + `return f() }`
}

func implementations(n int) string {
	return `type I interface{ key() string }
` + many(n, "type T%[1]d struct{ id string; _ [%[2]d+2]int }\nfunc (i T%[1]d) key() string { return \"k%[1]d:\" + i.id }") + `
func Key(i I) string { return i.key() }`
}

// closuresThatSet set a variable n times.
func closuresThatSet(n int) string {
	return "func run(f func())\nfunc Key() string { x := \"a\"\nrun(func() {\n" + strings.Repeat("x = \"b\"\n", n-1) + "})\nreturn x }"
}

// constructors make a type whose field they set.
func constructors(n int) string {
	return "type T struct{ p string }\n" + join(n-1, "\n", "func new%d() *T { return &T{p: \"a\"} }") +
		"\nfunc newB() *T { return &T{p: \"b\"} }\nfunc Key(t *T, id string) string { return t.p + id }"
}

func structKey(n int) string {
	return "import \"fmt\"\ntype T struct{ " + join(n, ", ", "f%d") + " string }\nfunc Key(a string) string { var t T; t.f0 = a; return fmt.Sprint(t) }"
}

// mapOf is the digest of a map of n entries.
func mapOf(n int) string {
	return "import \"encoding/json\"\nfunc Key(a string) string { b, _ := json.Marshal(map[string]string{" + join(n-1, " ", `"k%d": "v",`) + " \"a\": a}); return string(b) }"
}

func chooser(n int) string {
	return "func name(n int) string { switch n {\n" + many(n-1, "case %[1]d: _ = %[2]d; return \"k%[1]d\"") + fmt.Sprintf("}; return \"k%d\" }\n", n-1) +
		"func Key(n int) string { return name(n) }"
}

// nestedZero prints a struct in n structs that nobody has set.
func nestedZero(n int) string {
	var b strings.Builder
	b.WriteString("type T1 struct{ s string }\n")
	for i := 2; i <= n; i++ {
		fmt.Fprintf(&b, "type T%d struct{ t T%d }\n", i, i-1)
	}
	return "import \"fmt\"\n" + b.String() + fmt.Sprintf("func Key() string { var t T%d; return fmt.Sprint(t) }", n)
}

// chained calls n methods, each of which returns its receiver.
func chained(n int) string {
	return `type B struct{ s string }
func (b *B) add(s string) *B { b.s += s; return b }
func Key() string { return new(B)` + strings.Repeat(`.add("x")`, n) + ".s }"
}

// guardedBy uses a text that may be empty n branches after a test of it.
func guardedBy(n int) string {
	return "func Key(n int, a string) string { x := \"\"; if n == 0 { x = \"t:\" }\nif x != \"\" {\n" +
		strings.Repeat("if n > 1 {\n", n) + "return x + a\n" + strings.Repeat("}", n) + " }\nreturn \"none\" }"
}

// longCall has an argument with a name of n bytes.
func longCall(n int) string {
	p := strings.Repeat("p", n)
	return "func call(s string) string\nfunc Key(" + p + " string) string { return call(" + p + ") }"
}

func listOf(n int) string {
	return "import \"strings\"\nfunc Key() string { return strings.Join([]string{" + strings.Repeat(`"",`, n) + "}, \":\") }"
}
