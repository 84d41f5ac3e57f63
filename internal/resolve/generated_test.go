package resolve

import (
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"golang.org/x/tools/go/ssa"

	"github.com/tenantkey/tenantkey/internal/template"
)

// generatedFuncs is how many functions are generated. Others come of another seed.
const generatedFuncs, generatedSeed = 400, 1

// arguments are what the generated functions are run with.
var arguments = []map[string]string{
	{"x": "", "y": "Ab", "n": "0", "b": "false"},
	{"x": "x1", "y": "", "n": "-12", "b": "true"},
	{"x": "A: c/d", "y": "é{}", "n": "7", "b": "true"},
}

var params = []string{"x", "y", "n", "b"}

// A generatedProgram is the functions, and what each was made to return.
type generatedProgram struct {
	wants [][]piece
	src   string
	pkg   *ssa.Package
	runs  []string // what each returns, for each of the arguments
}

var generated = sync.OnceValue(func() *generatedProgram {
	g := &generator{rng: rand.New(rand.NewPCG(generatedSeed, 0))}
	p := &generatedProgram{}
	for i := range generatedFuncs {
		p.wants = append(p.wants, g.function(fmt.Sprint("F", i)))
	}
	imports := "package main\nimport (\"bytes\"; \"fmt\"; \"slices\"; \"strconv\"; \"strings\")\nvar _, _, _, _, _ = bytes.Clone, fmt.Sprint, slices.Max[[]int], strconv.Itoa, strings.Clone\n"
	p.src = imports + shared + g.decls.String()
	return p
})

// TestGenerated: what a generated function is said to return is what it was made
// to return, no more and no less, and what it returns when it runs.
func TestGenerated(t *testing.T) {
	p := generated()
	if p.pkg == nil {
		p.pkg = buildProgram(t, p.src, realImporter())
	}
	runs := p.run(t)
	r := resolving(p.pkg)
	for i, want := range p.wants {
		fn := p.pkg.Func(fmt.Sprint("F", i))
		got := r.Returns(fn)[0]
		if s := slices.Sorted(slices.Values(r.KeyText(got, nil).Strings())); !slices.Equal(s, texts(want, shown)) {
			t.Errorf("%s is said to return %q, want %q\n%s", fn.Name(), s, texts(want, shown), p.source(fn.Name()))
			continue
		}
		got.Any(func(h *template.Hole) bool {
			checkParam(t, fn, h)
			return false
		})
		for j, args := range arguments {
			of := func(param string) string { return args[param] }
			filled := r.KeyText(r.Instantiate(got, ownerOf(fn), func(i int) (template.Value, bool) {
				return template.TextValue(template.Text(args[params[i]])), true
			}), nil)
			var is []string
			for _, f := range filled {
				text, ok := f.Text()
				if !ok {
					t.Errorf("%s has holes for %v: %s", fn.Name(), args, f)
				}
				is = append(is, text)
			}
			slices.Sort(is)
			if is = slices.Compact(is); !slices.Equal(is, texts(want, of)) {
				t.Errorf("%s is said to return %q for %v, want %q\n%s", fn.Name(), is, args, texts(want, of), p.source(fn.Name()))
			}
			if !slices.Contains(is, runs[i*len(arguments)+j]) {
				t.Errorf("%s returns %q for %v, and is said to return %q\n%s", fn.Name(), runs[i*len(arguments)+j], args, is, p.source(fn.Name()))
			}
		}
	}
}

// checkParam checks what is known of a hole, that is a parameter of fn.
func checkParam(t *testing.T, fn *ssa.Function, h *template.Hole) {
	form := template.FormText
	if h.Expr == "n" {
		form = template.FormInt
	}
	o := h.Origin
	if o.Kind != template.Param || o.Owner != ownerOf(fn) || o.Index != slices.Index(params, h.Expr) || len(o.Path) > 0 ||
		h.Form != form || h.Optional || h.Present || h.Unchecked != "" {
		t.Errorf("%s: the parameter %s is of form %q, optional %t, present %t, from %+v", fn.Name(), h.Expr, h.Form, h.Optional, h.Present, o)
	}
}

// source is the text of a function.
func (p *generatedProgram) source(name string) string {
	_, src, _ := strings.Cut(p.src, "func "+name+"(")
	src, _, _ = strings.Cut(src, "\n}\n")
	return src
}

// run runs the functions on all arguments.
func (p *generatedProgram) run(t *testing.T) []string {
	if p.runs != nil {
		return p.runs
	}
	var calls strings.Builder
	for i := range p.wants {
		for _, a := range arguments {
			fmt.Fprintf(&calls, "\tfmt.Println(strconv.Quote(F%d(%q, %q, %s, %s)))\n", i, a["x"], a["y"], a["n"], a["b"])
		}
	}
	file := filepath.Join(t.TempDir(), "main.go")
	if err := os.WriteFile(file, []byte(p.src+"func main() {\n"+calls.String()+"}\n"), 0o666); err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command("go", "run", file)
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(out)) {
		var s string
		if _, err := fmt.Sscanf(line, "%q", &s); err != nil {
			t.Fatal(err)
		}
		p.runs = append(p.runs, s)
	}
	return p.runs
}
