package resolve

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/tenantkey/tenantkey/internal/template"
)

// many repeats a line with %[1]d for its number and %[2]d for the one before.
func many(n int, line string) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, line+"\n", i, i-1)
	}
	return b.String()
}

// sums joins n copies of a term by +.
func sums(n int, term string) string { return strings.TrimSuffix(strings.Repeat(term+"+", n), "+") }

// TestAdversarial runs programs that nobody writes by hand. Each is answered in
// bounded time: by the right template where want has one, else by an unknown
// hole with the reason why.
func TestAdversarial(t *testing.T) {
	for _, tt := range []struct {
		name, src string
		want, why string
	}{
		{name: "ten thousand terms", why: template.TooLong,
			src: `func Key(a, b string) string { return ` + sums(5000, `a+":"+b`) + ` }`},
		{name: "ten thousand constant terms", want: strings.Repeat("k", 10000),
			src: `func Key() string { s := ""; ` + strings.Repeat("s += \"k\";", 10000) + ` return s }`},
		{name: "ten thousand writes", why: tooHard,
			src: `import "strings"
func Key(a string) string { var b strings.Builder
` + strings.Repeat("b.WriteString(a); b.WriteString(\":\")\n", 5000) + `return b.String() }`},
		{name: "read after each of ten thousand writes", why: template.TooLong,
			src: `import "strings"
func use(string)
func Key(a string) string { var b strings.Builder
` + strings.Repeat("b.WriteString(a); use(b.String())\n", 5000) + `return b.String() }`},
		{name: "twenty thousand statements beside", want: "k:{id}",
			src: `type T struct{ a, b string }
func use(*T)
func Key(id string) string { var t T
` + strings.Repeat("t.a = id + t.b; t.b = \"k:\"\n", 10000) + `return t.b + id }`},
		{name: "2^20 branches", why: template.TooMany,
			src: `func Key(n int) string { s := ""
` + many(20, `if n&(1<<%[1]d) != 0 { s += "a" } else { s += "b" }; _ = %[2]d`) + `return s }`},
		{name: "2^20 branches through memory", why: template.TooMany,
			src: `type T struct{ s string }
func Key(n int) string { t := &T{}
` + many(20, `if n&(1<<%[1]d) != 0 { t.s += "a" } else { t.s += "b" }; _ = %[2]d`) + `return t.s }`},
		{name: "five thousand branches", why: template.TooMany,
			src: `func Key(n int, a string) string { s := "k"
` + many(5000, `if n == %[1]d { s = s + a }; _ = %[2]d`) + `return s }`},
		{name: "two thousand cases", why: template.TooMany,
			src: `func Key(n int) string { s := ""
switch n {
` + many(2000, `case %[1]d: s = "k%[1]d"; _ = %[2]d`) + `}; return s }`},
		{name: "doubled thirty times", why: template.TooLong,
			src: `func Key(a string) string { s0 := a+":"
` + doubled(30) + `return s30 }`},
		{name: "digests doubled", why: template.TooBig,
			src: `import "crypto/sha256"
func d(a, b string) string { s := sha256.Sum256([]byte(a+b)); return string(s[:]) }
func Key(a string) string { s := a
` + strings.Repeat("s = d(s, s)\n", 20) + `return s }`},
		{name: "digests nested", why: template.Nested,
			src: `import "crypto/sha256"
func d(a string) string { s := sha256.Sum256([]byte(a)); return string(s[:]) }
func Key(a string) string { s := a
` + strings.Repeat("s = d(s)\n", 20) + `return s }`},
		{name: "everybody calls everybody", want: "*",
			src: everybody(12)},
		{name: "a hundred builders deep", why: tooDeep,
			src: many(100, `func f%[1]d(a string) string { _ = %[2]d; return ":" + next%[1]d(a) }`) + nexts(100) + `func Key(a string) string { return f0(a) }`},
		{name: "nested loops", want: "*",
			src: `func Key(ids []string) string { s := ""
` + strings.Repeat("for _, id := range ids { s += id\n", 12) + strings.Repeat("s += \":\" }\n", 12) + `return s }`},
		{name: "loops by goto", want: "*",
			src: `func Key(n int, a string) string { s := "k"
` + gotos(20) + `return s }`},
		{name: "fields set from each other", want: "*",
			src: `type T struct{ ` + many(40, `f%[1]d string; g%[1]d [%[2]d+2]int`) + `}
` + many(39, `func (t *T) m%[1]d(o *T) { t.f%[1]d = "k" + o.f39 + o.f38; _ = %[2]d }`) + `
func (t *T) last(o *T) { t.f39 = o.f0 + "x" + ` + fieldsSum(38) + ` }
func Key(t *T) string { return t.f39 }`},
		{name: "pointers from themselves", want: "*",
			src: `type B struct{ s string }
func (b *B) add(s string) *B { b.s += s; return b }
func run(f func())
func Key(a string) string { var b *B; run(func() { b = b.add(a) }); return b.s }`},
		{name: "a constant of a megabyte", why: template.TooLong,
			src: `func Key(a string) string { return "` + strings.Repeat("k", 1<<20) + `" + a }`},
		{name: "invalid UTF-8", want: "k\xff:{a}",
			src: `func Key(a string) string { return "k\xff:" + a }`},
		{name: "generic recursion", want: "{n.next.key()}:{n.v} | {n.v}",
			src: `import "fmt"
type N[T any] struct{ next *N[T]; v T }
func (n *N[T]) key() string { if n.next == nil { return fmt.Sprint(n.v) }; return n.next.key() + ":" + fmt.Sprint(n.v) }
func Key[T any](n *N[T]) string { return n.key() }`},
		{name: "a giant struct", want: "*",
			src: `import "fmt"
type T struct{ ` + many(5000, `f%[1]d string; _ [%[2]d+2]int`) + `}
func Key(t T) string { t.f1 = "a"; u := t; u.f2 = "b"; return fmt.Sprint(u) }`},
		{name: "structs in structs", want: "*",
			src: `import "fmt"
type T0 struct{ a, b string }
` + nestedTypes(9) + `
func Key(id string) string { var t T9; u := t; return fmt.Sprint(u, id) }`},
		{name: "cyclic types", want: "*",
			src: `import "fmt"
type L []L
type P *P
type M map[string]M
type F func(F) F
type S struct{ next *S; l L; p P; m M; f F; k string }
func Key(l L, p P, m M, f F) string { s := S{l: l, p: p, m: m, f: f, k: "k"}; s.next = &s; return fmt.Sprint(s, &s, l, p, m) + s.next.next.k }`},
		{name: "a thousand closures", want: "*",
			src: `func Key(a string) string { s := "k"
` + strings.Repeat("func() { s += a }()\n", 1000) + `return s }`},
		{name: "a thousand elements", why: template.TooLong,
			src: `import "strings"
func Key(a string) string { var l []string
` + strings.Repeat("l = append(l, a)\n", 1000) + `return strings.Join(l, ":") }`},
		{name: "appended in branches", want: "*",
			src: `import "strings"
func Key(n int, a string) string { l := []string{"k"}
` + many(20, `if n&(1<<%[1]d) != 0 { l = append(l, a) }; _ = %[2]d`) + `return strings.Join(l, ":") }`},
		{name: "calls in calls in calls", want: "*",
			src: `func f(a ...any) string
func Key(a string) string { return ` + callTree(4, 12) + ` }`},
		{name: "digests of two digests", want: "*",
			src: `import "crypto/sha256"
func sum(s string) string { h := sha256.Sum256([]byte(s)); return string(h[:]) }
func Key(k string) string {
` + strings.Repeat("k = sum(k + k)\n", 40) + `return k }`},
		{name: "a function that is handed on twice by each of forty", want: "*",
			src: `func w0(ids []string, f func(string)) { for _, id := range ids { f(id) } }
` + strings.Replace(many(40, `func v%[1]d(ids []string, f func(string)) { v%[2]d(ids, f); v%[2]d(ids[1:], f) }`), "v-1", "w0", 2) + `
func Key(ids []string) (k string) { v39(ids, func(id string) { k = "k:" + id }); return k }`},
	} {
		t.Run(tt.name, func(t *testing.T) {
			r := program(t, "package p\n"+tt.src)
			var got template.Set
			cheaply(t, func() { got = r.returnedBy(t, "Key") })
			switch {
			case tt.want == "*":
				if len(got) == 0 {
					t.Error("nothing is said")
				}
			case tt.want != "":
				if got.String() != tt.want {
					t.Errorf("got %.300s: want %.300s", got, tt.want)
				}
			case !slices.Contains(whys(got), tt.why):
				t.Errorf("got %.300s, not known because it %q: want %q", got, whys(got), tt.why)
			}
		})
	}
}

func doubled(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "s%d := s%d + s%d\n", i+1, i, i)
	}
	return b.String()
}

func everybody(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "func f%d(a string) string { return a", i)
		for j := range n {
			fmt.Fprintf(&b, " + f%d(a + %q)", j, "x")
		}
		b.WriteString(" }\n")
	}
	return b.String() + "func Key(a string) string { return f0(a) }"
}

func nexts(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "func next%d(a string) string { return f%d(a) }\n", i, min(i+1, n-1))
	}
	return b.String()
}

func fieldsSum(n int) string {
	var terms []string
	for i := range n {
		terms = append(terms, fmt.Sprintf("o.f%d", i))
	}
	return strings.Join(terms, " + ")
}

func nestedTypes(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "type T%d struct{ a, b, c T%d }\n", i+1, i)
	}
	return b.String()
}

func callTree(depth, width int) string {
	if depth == 0 {
		return "a"
	}
	return "f(" + strings.TrimSuffix(strings.Repeat(callTree(depth-1, width)+",", width), ",") + ")"
}

// gotos are loops that no for statement makes: each label is jumped to from
// every other.
func gotos(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "L%d: s += a; n--\n", i)
		for j := range n {
			fmt.Fprintf(&b, "if n == %d { goto L%d }\n", i*n+j, j)
		}
	}
	return b.String()
}
