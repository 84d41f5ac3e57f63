package stores

import (
	"fmt"
	"go/types"
	"slices"
	"strings"
	"sync"
	"testing"

	"golang.org/x/tools/go/packages"
)

// clientsDir is a module that requires every client.
const clientsDir = "../../testdata/clients"

var loadClients = sync.OnceValues(func() ([]*packages.Package, error) {
	cfg := &packages.Config{
		Dir: clientsDir,
		Mode: packages.NeedName | packages.NeedTypes | packages.NeedImports | packages.NeedDeps | packages.NeedExportFile |
			packages.NeedFiles,
	}
	pkgs, err := packages.Load(cfg, Clients()...)
	if err != nil {
		return nil, err
	}
	for _, p := range pkgs {
		for _, e := range p.Errors {
			return nil, e
		}
	}
	return pkgs, nil
})

// exportedFuncs returns the functions and methods that users of a package can
// call: also those that are promoted from unexported types.
func exportedFuncs(pkg *types.Package) []*types.Func {
	seen := make(map[*types.Func]bool)
	add := func(fn *types.Func) {
		if fn.Exported() && fn.Pkg() == pkg {
			seen[fn.Origin()] = true
		}
	}
	for _, name := range pkg.Scope().Names() {
		switch obj := pkg.Scope().Lookup(name).(type) {
		case *types.Func:
			add(obj)
		case *types.TypeName:
			t := obj.Type()
			if !obj.Exported() {
				continue
			}
			if !types.IsInterface(t) {
				t = types.NewPointer(t)
			}
			methods := types.NewMethodSet(t)
			for m := range methods.Methods() {
				add(m.Obj().(*types.Func))
			}
		}
	}
	funcs := make([]*types.Func, 0, len(seen))
	for fn := range seen {
		funcs = append(funcs, fn)
	}
	slices.SortFunc(funcs, func(a, b *types.Func) int { return strings.Compare(a.FullName(), b.FullName()) })
	return funcs
}

// TestClientsAreKnown fails when the module in testdata imports a client that
// has no rows.
func TestClientsAreKnown(t *testing.T) {
	pkgs, err := packages.Load(&packages.Config{Dir: clientsDir, Mode: packages.NeedImports}, ".")
	if err != nil {
		t.Fatal(err)
	}
	for path := range pkgs[0].Imports {
		if !IsClient(path) {
			t.Errorf("%s is no client", path)
		}
	}
	if len(pkgs[0].Imports) < 30 {
		t.Errorf("%d imports, want more than 30", len(pkgs[0].Imports))
	}
}

// TestEveryKeyHasARow fails when a client has a function that looks as if it
// takes a key, but has neither a row nor a reason why not.
func TestEveryKeyHasARow(t *testing.T) {
	pkgs, err := loadClients()
	if err != nil {
		t.Fatal(err)
	}
	used := make(map[string]bool)
	for _, pkg := range pkgs {
		if index()[pkg.PkgPath].builders {
			continue // TestBuildersKnowWhatIsHashed
		}
		for _, fn := range exportedFuncs(pkg.Types) {
			why := keyLike(fn)
			if why == "" {
				continue
			}
			if _, ok := Lookup(fn); ok {
				continue
			}
			if id, ok := exceptionFor(fn); ok {
				used[id] = true
				continue
			}
			t.Errorf("%s: %s has no row: %s", fn.FullName(), why, fn.Signature())
		}
	}
	for _, e := range exceptions {
		for name := range strings.FieldsSeq(e.names) {
			if !used[e.path+" "+name] {
				t.Errorf("exception %s %s excepts nothing", e.path, name)
			}
		}
	}
}

// TestRowsAreOfTheClients holds every row against the signature that the
// client has, and fails for one that no client has.
func TestRowsAreOfTheClients(t *testing.T) {
	pkgs, err := loadClients()
	if err != nil {
		t.Fatal(err)
	}
	methods := make(map[string]bool) // "table name", over all clients that share the table
	receivers := make(map[string]bool)
	for _, pkg := range pkgs {
		for _, fn := range exportedFuncs(pkg.Types) {
			row, ok := Lookup(fn)
			if !ok {
				continue
			}
			recv, _ := receiver(fn)
			receivers[pkg.PkgPath+" "+recv] = true
			for _, g := range index()[pkg.PkgPath].groups {
				if slices.Contains(g.receivers(), recv) {
					methods[g.names+" "+fn.Name()] = true
				}
			}
			checkRow(t, fn, row)
		}
	}
	for _, c := range clients() {
		for _, g := range c.groups {
			for name := range strings.FieldsSeq(g.names) {
				if !methods[g.names+" "+name] {
					t.Errorf("%s: no %q has %s", c.path, g.on, name)
				}
			}
			for _, recv := range g.receivers() {
				if id := c.path + " " + recv; !receivers[id] {
					receivers[id] = true // say it once
					t.Errorf("%s: %q has none of the methods", c.path, recv)
				}
			}
		}
	}
}

func checkRow(t *testing.T, fn *types.Func, row *Row) {
	t.Helper()
	if row.Store == "" || row.Op == "" {
		t.Errorf("%s: row without store or op: %+v", fn.FullName(), row)
	}
	if len(row.Keys) == 0 && row.Op != Flush && row.Op != Scan {
		t.Errorf("%s: a %s without keys", fn.FullName(), row.Op)
	}
	for _, p := range row.Keys {
		if err := checkPlace(fn, p, canBeKey); err != nil {
			t.Errorf("%s: key: %v", fn.FullName(), err)
		}
	}
	for _, p := range row.Values {
		if err := checkPlace(fn, p, func(types.Type) bool { return true }); err != nil {
			t.Errorf("%s: value: %v", fn.FullName(), err)
		}
	}
	for _, p := range row.Loaders {
		if err := checkPlace(fn, p, canLoad); err != nil {
			t.Errorf("%s: loader: %v", fn.FullName(), err)
		}
	}
}

// checkPlace reports what is wrong with a place for a function's signature.
func checkPlace(fn *types.Func, p Place, want func(types.Type) bool) error {
	params := fn.Signature().Params()
	if p.Arg >= params.Len() {
		return fmt.Errorf("no parameter %d", p.Arg)
	}
	last := p.Arg == params.Len()-1 && fn.Signature().Variadic()
	switch p.Shape {
	case One:
		if last {
			return fmt.Errorf("parameter %d is variadic", p.Arg)
		}
	case Pairs, Triples, Counted:
		if !last {
			return fmt.Errorf("parameter %d is not variadic", p.Arg)
		}
	case Both, Mapped:
		if p.Arg+1 >= params.Len() {
			return fmt.Errorf("no parameter after %d", p.Arg)
		}
		if next := params.At(p.Arg + 1).Type(); p.Shape == Both && !canBeKey(next) || p.Shape == Mapped && !canLoad(next) {
			return fmt.Errorf("parameter %d is of type %s", p.Arg+1, next)
		}
	case Command:
		if !fn.Signature().Variadic() || params.Len()-1-p.Arg > 1 {
			return fmt.Errorf("parameter %d does not begin a command", p.Arg)
		}
	}
	t := placeType(params.At(p.Arg).Type(), p, last)
	if t == nil {
		return fmt.Errorf("parameter %d is not of shape %d", p.Arg, p.Shape)
	}
	if !want(t) {
		return fmt.Errorf("parameter %d is of type %s", p.Arg, t)
	}
	return nil
}

// placeType returns the type that one key of a place has in a parameter of
// type t, nil when there is none.
func placeType(t types.Type, p Place, last bool) types.Type {
	switch p.Shape {
	case Each, Streams, MapKeys, Mapped:
		return elem(fieldType(t, p.Field))
	case Pairs, Triples, Counted:
		return elem(t)
	case Command:
		if last {
			return elem(t)
		}
	case Field, EachField:
		if p.Shape == EachField {
			t = elem(t)
		}
		t = fieldType(t, p.Field)
		if p.Deep == Each {
			t = elem(t)
		}
	}
	return t
}

// elem returns the type of a slice's elements or of a map's keys.
func elem(t types.Type) types.Type {
	if t == nil {
		return nil
	}
	switch u := t.Underlying().(type) {
	case *types.Slice:
		return u.Elem()
	case *types.Map:
		return u.Key()
	}
	return nil
}

// fieldType returns the type of a field of a struct or of a pointer to one, t
// itself for no name.
func fieldType(t types.Type, name string) types.Type {
	if t == nil || name == "" {
		return t
	}
	if p, ok := t.Underlying().(*types.Pointer); ok {
		t = p.Elem()
	}
	s, ok := t.Underlying().(*types.Struct)
	if !ok {
		return nil
	}
	for f := range s.Fields() {
		if f.Name() == name {
			return f.Type()
		}
	}
	return nil
}

// canBeKey reports whether a key can be of type t: text, bytes, a number,
// any, or a type parameter.
func canBeKey(t types.Type) bool {
	if _, ok := t.(*types.TypeParam); ok {
		return true
	}
	switch u := t.Underlying().(type) {
	case *types.Basic:
		return u.Info()&(types.IsString|types.IsInteger) != 0
	case *types.Slice:
		b, ok := u.Elem().Underlying().(*types.Basic)
		return ok && b.Kind() == types.Byte
	case *types.Interface:
		return u.Empty()
	}
	return false
}

// canLoad reports whether t is a function or has methods that could be one.
func canLoad(t types.Type) bool {
	switch u := t.Underlying().(type) {
	case *types.Signature:
		return true
	case *types.Interface:
		return u.NumMethods() > 0
	}
	return false
}
