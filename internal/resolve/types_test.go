package resolve

import (
	"fmt"
	"go/types"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/go/ssa"

	"github.com/tenantkey/tenantkey/internal/template"
)

// typesOf type-checks a package, and returns what looks its types and functions
// up.
func typesOf(t *testing.T, src string) func(name string) types.Type {
	t.Helper()
	r := program(t, src)
	return func(name string) types.Type {
		obj := r.pkg.Pkg.Scope().Lookup(name)
		if obj == nil {
			t.Fatalf("there is no %s", name)
		}
		return obj.Type()
	}
}

// TestTypes: what values of a type can be.
func TestTypes(t *testing.T) {
	holds := canHold
	table := []struct {
		typ  string
		is   string // of those below, by name
		form template.Form
		zero string
	}{
		{"string", "textual holds", "", ""},
		{"int", "textual holds numeric", template.FormInt, "0"},
		{"uint8", "textual holds numeric", template.FormUint, "0"},
		{"uintptr", "textual holds numeric", template.FormUint, "0"},
		{"float64", "holds numeric", template.FormFloat, "0"},
		{"complex128", "holds numeric", "", "0"},
		{"bool", "holds bool", template.FormBool, "false"},
		{"[]byte", "textual holds bytes", "", ""},
		{"[]rune", "holds", "", ""},
		{"[]string", "holds", "", ""},
		{"[4]byte", "textual holds", "", ""},
		{"[4]rune", "holds", "", ""},
		{"any", "any holds", "", ""},
		{"interface{ String() string }", "holds", "", ""},
		{"interface{ Key() string }", "", "", ""},
		{"interface{ String() string; Key() string }", "", "", ""},
		{"error", "", "", ""},
		{"*int", "holds", "", ""},
		{"**int", "holds", "", ""},
		{"***int", "", "", ""}, // too many steps
		{"map[string]string", "", "", ""},
		{"chan string", "", "", ""},
		{"func()", "", "", ""},
		{"struct{ a string; b int }", "holds", "", ",0"},
		{"struct{ a struct{ b bool }; c string }", "holds", "", "false,"},
		{"strings.Builder", "holds accumulator sink", "", ""},
		{"*strings.Builder", "holds accumulator sink", "", ""},
		{"*bytes.Buffer", "holds accumulator sink", "", ""},
		{"hash.Hash", "accumulator sink hash", "", ""},
		{"hash.Hash64", "accumulator sink hash", "", ""},
		{"io.Writer", "sink", "", ""},
		{"io.ReadWriter", "sink", "", ""},
		{"io.Reader", "", "", ""},
	}
	src := "package p\nimport (\"bytes\"; \"hash\"; \"io\"; \"strings\")\nvar _, _, _, _ = bytes.Clone, io.EOF, hash.Hash(nil), strings.Builder{}\n"
	for i, tt := range table {
		src += "var v" + itoa(i) + " " + tt.typ + "\n"
	}
	look := typesOf(t, src)
	for i, tt := range table {
		typ := look("v" + itoa(i))
		for name, is := range map[string]func(types.Type) bool{
			"textual": textual, "holds": holds, "bytes": isBytes, "any": isAny, "numeric": isNumeric, "bool": isBool,
			"accumulator": isAccumulator, "sink": isSink, "hash": isHash,
		} {
			if want := slices.Contains(strings.Fields(tt.is), name); is(typ) != want {
				t.Errorf("%s: %s is not %t", tt.typ, name, want)
			}
		}
		if got := formOf(typ); got != tt.form {
			t.Errorf("%s is of form %q, want %q", tt.typ, got, tt.form)
		}
		if got := (&Resolver{}).FieldText(zero(typ), nil); got.String() != tt.zero && !strings.Contains(tt.is, "accumulator") {
			t.Errorf("%s is %q when it is not set, want %q", tt.typ, got, tt.zero)
		}
		want := ""
		if strings.Contains(tt.is, "numeric") && (tt.form == template.FormInt || tt.form == template.FormUint) {
			want = "0"
		}
		if got := zeroText(typ); got != want {
			t.Errorf("%s has the zero %q, want %q", tt.typ, got, want)
		}
	}
}

// TestBlind: generic functions that can't make values of their type parameters.
func TestBlind(t *testing.T) {
	table := map[string]bool{
		"[T any](v T)":                           true,
		"[T any](v []T, n int)":                  true,
		"[T any](p *T, ok bool)":                 true,
		"[T any](m map[string]T)":                true,
		"[T any](m map[string]string, v T)":      false,
		"[T any](v T, err error)":                true,
		"[T any](v T, of stringer)":              false,
		"[T any](text string, v T)":              false,
		"[T any](data []byte, v T)":              false,
		"[T any](all []int, v T)":                false,
		"[T any](f func(T) string)":              true,
		"[T any](f func() T, g func(int) T)":     true,
		"[T any](f func() string, v T)":          false,
		"[T any](c chan T)":                      false,
		"[T any](v any, w T)":                    false,
		"[T any](v [2]T)":                        false,
		"[T any](s iter.Seq[T])":                 true,
		"[T any](s iter.Seq[string], v T)":       false,
		"[T stringer](v T)":                      false,
		"[T ~string](v T)":                       false,
		"[T ~[]byte](v T)":                       false,
		"[T ~string | ~[]byte](v T)":             false,
		"[T ~string | ~int](v T)":                true,
		"[T ~int](v T)":                          true,
		"[T comparable, U any](v T, u U)":        true,
		"[S ~[]E, E any](s S)":                   true,
		"[M ~map[K]V, K comparable, V any](m M)": true,
		"[F func(T) T, T any](f F)":              true,
	}
	src := "package p\nimport \"iter\"\ntype stringer interface { String() string }\nvar _ iter.Seq[int]\n"
	names := map[string]string{}
	for sig := range table {
		names[sig] = "F" + itoa(len(names))
		src += "func " + names[sig] + sig + " {}\n"
	}
	look := typesOf(t, src)
	for sig, want := range table {
		if got := blind(look(names[sig]).(*types.Signature)); got != want {
			t.Errorf("func%s: blind is %t", sig, got)
		}
	}
}

// TestHeld: of which type parameter a type is, and whether it is of any number.
func TestHeld(t *testing.T) {
	look := typesOf(t, `package p
import "iter"
type named[T any] struct{ v T }
type fn[T any] func(T) string
func F[T, U comparable, S ~[]T, M ~map[T]U, N ~int | ~string](
	v0 T, v1 *T, v2 []T, v3 iter.Seq[T], v4 S, v5 M, v6 []string, v7 map[T]U, v8 map[U]T, v9 func(T) U, v10 func(U) T, v11 func(U) string,
	v12 chan U, v13 named[T], v14 named[U], v15 string, v16 []U, v17 *U, v18 iter.Seq[U], v19 fn[U], v20 N, v21 *string, v22 [2]U) {}
`)
	sig := look("F").(*types.Signature)
	param := sig.TypeParams().At(0)
	for i, want := range strings.Split("T|T|T*|T*|T*|||||||||||||||||", "|") {
		elem, many := held(sig.Params().At(i).Type())
		got := ""
		if elem == param {
			got = "T" + map[bool]string{true: "*"}[many]
		}
		if got != want {
			t.Errorf("%s holds %q, want %q", sig.Params().At(i).Type(), got, want)
		}
	}
	mentioned := map[int]bool{0: true, 1: true, 2: true, 3: true, 7: true, 8: true, 9: true, 10: true, 12: true, 13: true, 22: true}
	for i := range sig.Params().Len() {
		if got := mentions(sig.Params().At(i).Type(), param); got != mentioned[i] {
			t.Errorf("%s mentions T: %t", sig.Params().At(i).Type(), got)
		}
	}
	for i, want := range map[int]string{0: "*types.TypeParam", 4: "*types.Slice", 5: "*types.Map", 19: "*types.Signature", 20: "*types.TypeParam", 3: "*types.Named"} {
		if got := fmt.Sprintf("%T", core(sig.Params().At(i).Type())); got != want {
			t.Errorf("the core of %s is a %s, want %s", sig.Params().At(i).Type(), got, want)
		}
	}
}

// TestStandard: packages of the standard library, as a module sees them that
// may have no dot in its name.
func TestStandard(t *testing.T) {
	own := program(t, "package p").pkg // its path is p
	for _, tt := range []struct {
		path string
		from *ssa.Package
		want bool
	}{{"strings", nil, true}, {"net/url", own, true}, {"github.com/a/b", nil, false}, {"p", own, false}, {"p/x", own, false}, {"p/x", nil, true}} {
		if got := isStandard(tt.path, tt.from); got != tt.want {
			t.Errorf("%s is standard: %t", tt.path, got)
		}
	}
}
