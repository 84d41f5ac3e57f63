package resolve

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"

	"github.com/tenantkey/tenantkey/internal/template"
)

// A piece is a part of what a generated function returns: text, a parameter, or
// one of two lists of pieces.
type piece struct {
	text, param string
	either      [][]piece
}

// texts are all that pieces can be, when of says what a parameter is.
func texts(ps []piece, of func(param string) string) []string {
	out := []string{""}
	for _, p := range ps {
		var ways []string
		switch {
		case p.either != nil:
			ways = append(texts(p.either[0], of), texts(p.either[1], of)...)
		case p.param != "":
			ways = []string{of(p.param)}
		default:
			ways = []string{p.text}
		}
		var next []string
		for _, o := range out {
			for _, w := range ways {
				next = append(next, o+w)
			}
		}
		out = next
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// A generator writes functions of the parameters x, y string, n int and b bool
// that build a key in ways that it chooses.
type generator struct {
	rng         *rand.Rand
	decls, body strings.Builder
	names       int
}

func (g *generator) name() string {
	g.names++
	return "v" + strconv.Itoa(g.names)
}

func (g *generator) chance(n int) bool { return g.rng.IntN(n) == 0 }

// line writes a statement. A verb %[1]s is a new name, which is returned.
func (g *generator) line(format string, exprs ...any) string {
	return g.write(&g.body, "\t"+format, exprs)
}

// declare writes a declaration, as line does a statement.
func (g *generator) declare(format string, exprs ...any) string {
	return g.write(&g.decls, format, exprs)
}

func (g *generator) write(to *strings.Builder, format string, exprs []any) string {
	name := g.name()
	fmt.Fprintf(to, format+"\n", append([]any{name}, exprs...)...)
	return name
}

func pick[T any](g *generator, from []T) T { return from[g.rng.IntN(len(from))] }

// function writes a function, and returns what it returns.
func (g *generator) function(name string) []piece {
	g.body.Reset()
	ps := g.pieces(2+g.rng.IntN(4), true)
	out := g.expr(ps)
	fmt.Fprintf(&g.decls, "func %s(x, y string, n int, b bool) string {\n%s\treturn %s\n}\n", name, g.body.String(), out)
	return ps
}

// pieces chooses what a function returns. Text stands between parameters.
func (g *generator) pieces(n int, choice bool) (out []piece) {
	for range n {
		switch k := g.rng.IntN(8); {
		case k == 0 && choice:
			out = append(out, piece{either: [][]piece{g.pieces(1+g.rng.IntN(2), false), g.pieces(1, false)}})
			choice = false
		case k < 4:
			out = append(out, piece{param: pick(g, []string{"x", "y", "n"})})
		default:
			out = append(out, piece{text: pick(g, []string{"a", "org:", ":", "/k/", "é", "%", `"`, "Ab", "7", " "})})
		}
	}
	return out
}

// expr writes what makes a text of pieces, and returns the expression of it.
func (g *generator) expr(ps []piece) string {
	var e string
	switch p := ps[0]; {
	case len(ps) > 1:
		e = pick(g, joins())(g, ps)
	case p.either != nil:
		e = pick(g, choices)(g, g.expr(p.either[0]), g.expr(p.either[1]))
	case p.param == "n":
		e = fmt.Sprintf(pick(g, numbers), "n")
	case p.param != "":
		e = p.param
	default:
		e = fmt.Sprintf(pick(g, literals), strconv.Quote(p.text))
	}
	if g.chance(2) {
		e = pick(g, carriers)(g, e)
	}
	return e
}

// Numbers as text, and text that is known.
var (
	numbers = []string{
		`strconv.Itoa(%s)`, `fmt.Sprint(%s)`, `strconv.FormatInt(int64(%s), 10)`, `string(strconv.AppendInt(nil, int64(%s), 10))`,
		`fmt.Sprintf("%%d", %s)`, `fmt.Sprintf("%%v", %s)`, `number(%s).String()`,
	}
	literals = []string{`%s`, `%s`, `string(text(%s))`, `string([]byte(%s))`, `strings.Repeat(%s, 1)`, `strings.Trim("--"+%s+"-", "-")`, `strings.Split("no,"+%s, ",")[1]`}
)

// Ways to choose between two texts.
var choices = []func(g *generator, a, b string) string{
	func(g *generator, a, b string) string {
		return g.line("var %[1]s string; if b { %[1]s = %[2]s } else { %[1]s = %[3]s }", a, b)
	},
	func(g *generator, a, b string) string {
		return g.line(`%[1]s := %[2]s; if strings.HasPrefix(y, "A") { %[1]s = %[3]s }`, a, b)
	},
	func(g *generator, a, b string) string {
		return g.line("%[1]s := %[2]s; switch { case !b: %[1]s = %[3]s }", a, b)
	},
	func(g *generator, a, b string) string {
		return "*" + g.line("%[1]sa, %[1]so := %[2]s, %[3]s; %[1]s := &%[1]sa; if b { %[1]s = &%[1]so }", a, b)
	},
	func(g *generator, a, b string) string { return fmt.Sprintf("oneOf(b, %s, %s)", a, b) },
	func(g *generator, a, b string) string {
		return g.line("%[1]s := func() string { if b { return %[2]s }; return %[3]s }", a, b) + "()"
	},
	func(g *generator, a, b string) string {
		return g.line("%[1]sf := same; if b { %[1]sf = other }; %[1]s := %[1]sf(%[2]s, %[3]s)", a, b)
	},
}

// Ways to hand on a text.
var carriers = []func(g *generator, e string) string{
	func(g *generator, e string) string { return g.line("%[1]s := %[2]s", e) },
	func(g *generator, e string) string { return g.line("var %[1]s string; %[1]s = %[2]s", e) },
	func(g *generator, e string) string { return "*" + g.line("%[1]ss := %[2]s; %[1]s := &%[1]ss", e) },
	func(g *generator, e string) string { return g.line("%[1]s := box{a: %[2]s}", e) + ".a" },
	func(g *generator, e string) string {
		return g.line(`var %[1]s box; %[1]s.a, %[1]s.b = %[2]s, "u"`, e) + ".a"
	},
	func(g *generator, e string) string { return g.line(`%[1]s := &box{"u", %[2]s}`, e) + ".b" },
	func(g *generator, e string) string { return g.line(`var %[1]s crate; %[1]s.b = %[2]s`, e) + ".b" },
	func(g *generator, e string) string {
		return g.line(`%[1]s := crate{inner: &box{b: %[2]s}}`, e) + ".inner.b"
	},
	func(g *generator, e string) string { return g.line(`%[1]s := [2]string{"u", %[2]s}`, e) + "[1]" },
	func(g *generator, e string) string { return g.line(`%[1]s := []string{"u", %[2]s, "w"}`, e) + "[1]" },
	func(g *generator, e string) string { return g.line(`%[1]s := append([]string{"u"}, %[2]s)`, e) + "[1]" },
	func(g *generator, e string) string {
		return g.line(`%[1]s := []string{"u", "w", %[2]s}[1:]`, e) + "[1]"
	},
	func(g *generator, e string) string {
		return g.line(`%[1]s := map[string]string{"j": "u", "k": "w:" + %[2]s}`, e) + `["k"][2:]`
	},
	func(g *generator, e string) string {
		return g.line("%[1]s := func() string { return %[2]s }", e) + "()"
	},
	func(g *generator, e string) string { return "func(s string) string { return s }(" + e + ")" },
	func(g *generator, e string) string {
		return g.line("%[1]s := make(chan string, 1); %[1]s <- %[2]s; %[1]sr := <-%[1]s", e) + "r"
	},
	func(g *generator, e string) string { return g.line("var %[1]s string; put(&%[1]s, %[2]s)", e) },
	func(g *generator, e string) string { return g.line(`_, %[1]s := both("u", %[2]s)`, e) },
	func(g *generator, e string) string {
		return g.line(`%[1]sf := box{a: %[2]s}.get; %[1]s := %[1]sf()`, e)
	},
	func(g *generator, e string) string {
		return g.line(`%[1]s := &fluent{}; %[1]s.add("").add(%[2]s)`, e) + ".s"
	},
	func(g *generator, e string) string { return g.line(`var %[1]s getter = box{a: %[2]s}`, e) + ".get()" },
	func(g *generator, e string) string { return "box.get(box{a: " + e + "})" },
	func(g *generator, e string) string { return "identity(" + e + ")" },
	func(g *generator, e string) string { return "any(" + e + ").(string)" },
	func(g *generator, e string) string { return `second("u", ` + e + ")" },
	func(g *generator, e string) string { return "string([]byte(" + e + "))" },
	func(g *generator, e string) string { return "string(text(" + e + "))" },
	func(g *generator, e string) string { return "text(" + e + ").String()" },
	func(g *generator, e string) string { return "strings.Clone(" + e + ")" },
	func(g *generator, e string) string { return "fmt.Sprint(" + e + ")" },
	func(g *generator, e string) string { return `fmt.Sprintf("%s", ` + e + ")" },
	func(g *generator, e string) string { return `fmt.Sprintf("%v", text(` + e + "))" },
	func(g *generator, e string) string { return "late(" + e + ")" },
	func(g *generator, e string) string { return `("uvw" + ` + e + ")[3:]" },
	func(g *generator, e string) string { return `strings.TrimPrefix("u:"+` + e + `, "u:")` },
	func(g *generator, e string) string { return `strings.TrimSuffix(` + e + `+":u", ":u")` },
	func(g *generator, e string) string {
		return `strings.Join(slices.Concat([]string{` + e + `}, nil), "u")`
	},
}

// shared is what the ways need.
const shared = `
type text string
func (t text) String() string { return string(t) }
type number int
func (n number) String() string { return strconv.Itoa(int(n)) }
type box struct{ a, b string }
func (b box) get() string { return b.a }
type crate struct { box; inner *box }
type getter interface{ get() string }
type fluent struct{ s string }
func (f *fluent) add(s string) *fluent { f.s += s; return f }
type pair[T any] struct{ left, right T }
func (p pair[T]) both() (T, T) { return p.left, p.right }
func (p *pair[T]) swap() { p.left, p.right = p.right, p.left }
func oneOf(b bool, s, t string) string { if b { return s }; return t }
func same(s, _ string) string { return s }
func other(_, s string) string { return s }
func put(to *string, s string) { *to = s }
func both(s, t string) (string, string) { return s, t }
func identity[T any](v T) T { return v }
func second(of ...string) string { return of[1] }
func late(s string) (k string) { defer func() { k = s }(); return "" }
func write(b *strings.Builder, s string) { b.WriteString(s) }
func glue(a, b string) (k string) { defer func() { k += b }(); k = a; return }
`

// parted is pieces in two.
func (g *generator) parted(ps []piece) (a, b string) {
	at := 1 + g.rng.IntN(len(ps)-1)
	return g.expr(ps[:at]), g.expr(ps[at:])
}

func inTwo(format string) func(g *generator, ps []piece) string {
	return func(g *generator, ps []piece) string {
		a, b := g.parted(ps)
		return fmt.Sprintf(format, a, b)
	}
}

// behind writes a statement, and returns what follows the new name in it.
func behind(end, format string) func(g *generator, ps []piece) string {
	return func(g *generator, ps []piece) string {
		a, b := g.parted(ps)
		return fmt.Sprintf(end, g.line(format, a, b))
	}
}

// joins are ways to put a text together of at least two pieces.
func joins() []func(g *generator, ps []piece) string {
	return []func(g *generator, ps []piece) string{
		printed, printed, printed, joined, joined,
		inTwo("(%s + %s)"), inTwo("(%s + %s)"), inTwo("glue(%s, %s)"),
		inTwo(`fmt.Sprint(%s, %s)`), inTwo(`fmt.Sprintf("%%[2]s%%[1]s", %[2]s, %[1]s)`),
		inTwo(`strings.Join([]string{%s, %s}, "")`), inTwo(`string(append([]byte(%s), %s...))`), inTwo(`string(fmt.Appendf([]byte(%s), "%%s", %s))`),
		inTwo(`strings.NewReplacer("<1>", %s, "<2>", %s).Replace("<1><2>")`),
		inTwo(`strings.ReplaceAll("<1>", "<1>", %s) + %s`),
		inTwo(`bytes.NewBufferString(%s + %s).String()`),
		behind("%s", "%[1]s := %[2]s; %[1]s += %[3]s"),
		behind("%s.String()", "var %[1]s strings.Builder; %[1]s.WriteString(%[2]s); %[1]s.WriteString(%[3]s)"),
		behind("%s.String()", "%[1]s := &strings.Builder{}; write(%[1]s, %[2]s); %[1]s.Write([]byte(%[3]s))"),
		behind("string(%s.Bytes())", `var %[1]s bytes.Buffer; fmt.Fprintf(&%[1]s, "%%s", %[2]s); fmt.Fprint(&%[1]s, %[3]s)`),
		behind(`strings.Join(%s, "")`, "%[1]s := []string{%[2]s}; %[1]s = append(%[1]s, %[3]s)"),
		behind(`strings.Join(%s[:], "")`, "var %[1]s [2]string; %[1]s[1] = %[3]s; %[1]s[0] = %[2]s"),
		behind(`%[1]s.a + %[1]s.b`, "%[1]s := box{%[2]s, %[3]s}"),
		behind(`%[1]sl + %[1]sr`, "%[1]sl, %[1]sr := (pair[string]{%[2]s, %[3]s}).both()"),
		behind(`%[1]s.left + %[1]s.right`, "%[1]s := pair[string]{right: %[2]s, left: %[3]s}; %[1]s.swap()"),
		behind(`%[1]s()`, "%[1]s := func() string { return %[2]s + %[3]s }"),
		behind(`%[1]s(%[1]sa)`, "%[1]sa := %[2]s; %[1]s := func(s string) string { return s + %[3]s }"),
		behind(`%s.s`, "%[1]s := new(fluent).add(%[2]s).add(%[3]s)"),
		func(g *generator, ps []piece) string {
			a, b := g.parted(ps)
			return g.declare("func %[1]s(s, t string) string { return s + t }") + "(" + a + ", " + b + ")"
		},
	}
}

// printed is a format with text in it, and verbs.
func printed(g *generator, ps []piece) string {
	format, args := "", ""
	for i := range ps {
		switch p := ps[i]; {
		case p.either == nil && p.param == "":
			format += strings.ReplaceAll(p.text, "%", "%%")
		case p.param == "n":
			format += pick(g, []string{"%d", "%v"})
			args += ", n"
		default:
			format += pick(g, []string{"%s", "%v"})
			args += ", " + g.expr(ps[i:i+1])
		}
	}
	return "fmt.Sprintf(" + strconv.Quote(format) + args + ")"
}

// joined is a list that is joined by a text between its pieces.
func joined(g *generator, ps []piece) string {
	for i := 1; i < len(ps)-1; i++ {
		if p := ps[i]; p.either == nil && p.param == "" {
			return fmt.Sprintf("strings.Join([]string{%s, %s}, %q)", g.expr(ps[:i]), g.expr(ps[i+1:]), p.text)
		}
	}
	a, b := g.parted(ps)
	return a + " + " + b
}

// shown is how a template prints a parameter.
func shown(param string) string { return template.Of(&template.Hole{Expr: param}).String() }
