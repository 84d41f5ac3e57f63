package driver

import (
	"fmt"
	"go/types"
	"reflect"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/types/objectpath"
)

// A factKey is what a fact is about, by name: it is the same for the object
// of the source, that of the export data, and that of a test variant.
type factKey struct {
	object string // see objectKey; "" is the package
	typ    reflect.Type
}

// A factTable is the facts of one package, final once the package is done.
type factTable struct {
	byKey map[factKey]analysis.Fact
}

// objectKey names an object within its package; "" means that it can't be
// referred to from outside. Names are used where they suffice, as they are
// cheap, and as the paths that objectpath numbers shift when a test file adds
// a method.
func objectKey(obj types.Object) string {
	if obj.Pkg() == nil {
		return ""
	}
	if obj.Parent() == obj.Pkg().Scope() {
		return obj.Name()
	}
	if fn, ok := obj.(*types.Func); ok {
		fn = fn.Origin()
		if recv := fn.Signature().Recv(); recv != nil {
			if tn := receiverType(recv.Type()); tn != nil && tn.Pkg() == fn.Pkg() && tn.Parent() == tn.Pkg().Scope() {
				return tn.Name() + "." + fn.Name()
			}
		}
		obj = fn
	}
	path, err := objectpath.For(obj)
	if err != nil {
		return ""
	}
	return "/" + string(path)
}

// objectOf is the reverse of objectKey; nil means that pkg has no such object.
func objectOf(pkg *types.Package, key string) types.Object {
	if path, ok := strings.CutPrefix(key, "/"); ok {
		obj, err := objectpath.Object(pkg, objectpath.Path(path))
		if err != nil {
			return nil
		}
		return obj
	}
	typ, method, ok := strings.Cut(key, ".")
	obj := pkg.Scope().Lookup(typ)
	if !ok || obj == nil {
		return obj
	}
	m, _, _ := types.LookupFieldOrMethod(obj.Type(), true, pkg, method)
	return m
}

// receiverType returns the name of a receiver's type, nil if it has none.
func receiverType(t types.Type) *types.TypeName {
	if p, ok := types.Unalias(t).(*types.Pointer); ok {
		t = p.Elem()
	}
	if n, ok := types.Unalias(t).(*types.Named); ok {
		return n.Obj()
	}
	return nil
}

// passFacts is the facts as one package's analysis sees them: its own, which
// it may add to, and those of the packages that it imports.
type passFacts struct {
	pkg      *types.Package
	own      map[types.Object]map[reflect.Type]analysis.Fact // the nil object is the package
	imported func(path string) *factTable                    // nil for a package without facts
}

func newPassFacts(pkg *types.Package, imported func(string) *factTable) *passFacts {
	return &passFacts{pkg: pkg, own: map[types.Object]map[reflect.Type]analysis.Fact{}, imported: imported}
}

func (f *passFacts) exportObject(obj types.Object, fact analysis.Fact) {
	if obj == nil || obj.Pkg() != f.pkg {
		panic(fmt.Sprintf("a fact %T about %v is exported from %s, where the object is not declared", fact, obj, f.pkg.Path()))
	}
	f.set(obj, fact)
}

func (f *passFacts) set(obj types.Object, fact analysis.Fact) {
	m := f.own[obj]
	if m == nil {
		m = map[reflect.Type]analysis.Fact{}
		f.own[obj] = m
	}
	m[reflect.TypeOf(fact)] = fact
}

func (f *passFacts) importObject(obj types.Object, fact analysis.Fact) bool {
	if obj == nil || obj.Pkg() == nil {
		return false
	}
	if obj.Pkg() == f.pkg {
		return assign(fact, f.own[obj][reflect.TypeOf(fact)])
	}
	t := f.imported(obj.Pkg().Path())
	if t == nil || len(t.byKey) == 0 {
		return false
	}
	key := objectKey(obj)
	return key != "" && assign(fact, t.byKey[factKey{key, reflect.TypeOf(fact)}])
}

func (f *passFacts) importPackage(pkg *types.Package, fact analysis.Fact) bool {
	if pkg == f.pkg {
		return assign(fact, f.own[nil][reflect.TypeOf(fact)])
	}
	t := f.imported(pkg.Path())
	return t != nil && assign(fact, t.byKey[factKey{"", reflect.TypeOf(fact)}])
}

// assign copies the fact that is known, if any, to where it is asked for.
func assign(dst, src analysis.Fact) bool {
	if src == nil {
		return false
	}
	reflect.ValueOf(dst).Elem().Set(reflect.ValueOf(src).Elem())
	return true
}

// table returns the package's own facts in the form that importers look up.
func (f *passFacts) table() *factTable {
	t := &factTable{byKey: make(map[factKey]analysis.Fact, len(f.own))}
	for obj, facts := range f.own {
		key := ""
		if obj != nil {
			if key = objectKey(obj); key == "" {
				continue
			}
		}
		for typ, fact := range facts {
			t.byKey[factKey{key, typ}] = fact
		}
	}
	return t
}

// allObjects lists the object facts of the package and of its direct imports
// whose types are among those of filter.
func (f *passFacts) allObjects(filter map[reflect.Type]bool) []analysis.ObjectFact {
	var all []analysis.ObjectFact
	for obj, facts := range f.own {
		for typ, fact := range facts {
			if obj != nil && filter[typ] {
				all = append(all, analysis.ObjectFact{Object: obj, Fact: fact})
			}
		}
	}
	for _, imp := range f.pkg.Imports() {
		t := f.imported(imp.Path())
		if t == nil {
			continue
		}
		for key, fact := range t.byKey {
			if key.object == "" || !filter[key.typ] {
				continue
			}
			if obj := objectOf(imp, key.object); obj != nil {
				all = append(all, analysis.ObjectFact{Object: obj, Fact: fact})
			}
		}
	}
	return all
}

// allPackages lists the package facts of the package and its direct imports.
func (f *passFacts) allPackages(filter map[reflect.Type]bool) []analysis.PackageFact {
	var all []analysis.PackageFact
	for typ, fact := range f.own[nil] {
		if filter[typ] {
			all = append(all, analysis.PackageFact{Package: f.pkg, Fact: fact})
		}
	}
	for _, imp := range f.pkg.Imports() {
		t := f.imported(imp.Path())
		if t == nil {
			continue
		}
		for key, fact := range t.byKey {
			if key.object == "" && filter[key.typ] {
				all = append(all, analysis.PackageFact{Package: imp, Fact: fact})
			}
		}
	}
	return all
}
