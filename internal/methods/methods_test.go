package methods_test

import (
	"go/ast"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"strings"
	"testing"

	"github.com/tenantkey/tenantkey/internal/methods"
)

const src = `package p

type User struct{ ID string }

type Cache[K comparable, V any] interface{ Get(K) (V, error); Set(K, V) }
type Users interface{ Cache[string, *User] }
type Counts Cache[int, int]
type Same interface{ Get(string) (string, error); Set(string, string) }
type Mixed interface{ Get(string) (int, error); Set(int, int) }
type Many interface{ All(map[string][]*User, func(int) chan string, ...string) }
type Empty interface{}

// Any can be each of them but Mixed, where its K would be two types.
type Any[K comparable, V any] struct{}
func (*Any[A, B]) Get(A) (b B, err error) { return }
func (*Any[A, B]) Set(A, B) {}

// Texts is only for keys that are text.
type Texts[V any] struct{}
func (Texts[V]) Get(string) (v V, err error) { return }
func (Texts[V]) Set(string, V) {}

// Numbers is, too, but by the constraint of its parameter.
type Numbers[K ~int | ~int64, V any] struct{}
func (Numbers[K, V]) Get(K) (v V, err error) { return }
func (Numbers[K, V]) Set(K, V) {}

// Lists gives lists.
type Lists[K comparable, V any] struct{}
func (Lists[K, V]) Get(K) (v []V, err error) { return }
func (Lists[K, V]) Set(K, []V) {}

// Outer has the methods of what it embeds.
type Outer[T any] struct{ *Any[string, T] }

// Plain is not generic.
type Plain struct{}
func (*Plain) Get(string) (u *User, err error) { return }
func (*Plain) Set(string, *User) {}

type Half[K comparable, V any] struct{}
func (Half[K, V]) Get(K) (v V, err error) { return }

type Bulk[K comparable, V any] struct{}
func (Bulk[K, V]) All(map[K][]V, func(int) chan K, ...K) {}
type Single[K comparable, V any] struct{}
func (Single[K, V]) All(map[K][]V, func(int) chan K, []K) {}
`

func TestImplement(t *testing.T) {
	fset := token.NewFileSet()
	f, err := parser.ParseFile(fset, "p.go", src, 0)
	if err != nil {
		t.Fatal(err)
	}
	conf := types.Config{Importer: importer.Default()}
	pkg, err := conf.Check("p", fset, []*ast.File{f}, nil)
	if err != nil {
		t.Fatal(err)
	}
	for iface, yes := range map[string]string{
		"Users":  "Any Texts Outer Plain",
		"Counts": "Any Numbers",
		"Same":   "Any Texts Outer",
		"Mixed":  "",
		"Many":   "Bulk",
		"Cache":  "Any Texts Numbers Lists Outer Plain", // its own parameters can be anything
		"Empty":  "",
	} {
		want := map[string]bool{}
		for _, name := range strings.Fields(yes) {
			want[name] = true
		}
		i := pkg.Scope().Lookup(iface).Type().Underlying().(*types.Interface)
		for _, name := range strings.Fields("Any Texts Numbers Lists Outer Plain Half Bulk Single") {
			typ := pkg.Scope().Lookup(name).Type()
			for _, typ := range []types.Type{typ, types.NewPointer(typ)} {
				if got := methods.Implement(typ, i); got != want[name] {
					t.Errorf("%s implements %s: %t, want %t", typ, iface, got, want[name])
				}
			}
		}
	}
	any := pkg.Scope().Lookup("Any").Type().(*types.Named)
	users := pkg.Scope().Lookup("Users").Type().Underlying().(*types.Interface)
	for _, c := range []struct {
		key  types.Type
		want bool
	}{{types.Typ[types.String], true}, {types.Typ[types.Int], false}} {
		inst, err := types.Instantiate(nil, any, []types.Type{c.key, types.NewPointer(pkg.Scope().Lookup("User").Type())}, true)
		if err != nil {
			t.Fatal(err)
		}
		if got := methods.Implement(inst, users); got != c.want {
			t.Errorf("%s implements Users: %t, want %t", inst, got, c.want)
		}
	}
}
