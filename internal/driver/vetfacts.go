package driver

import (
	"cmp"
	"errors"
	"fmt"
	"go/types"
	"os"
	"slices"
)

// readImports finds which imports brought facts. One with none at all can't
// reach a store client.
func (u *vetUnit) readImports() error {
	u.brought = map[string][]byte{}
	for id, file := range u.PackageVetx {
		info, err := os.Stat(file)
		if err != nil {
			return err
		}
		if info.Size() == 0 {
			continue
		}
		if u.brought[id], err = os.ReadFile(file); err != nil {
			return err
		}
	}
	u.reach = len(u.brought) > 0
	for _, id := range u.ImportMap {
		u.reach = u.reach || !u.Standard[id] && u.IsClient(plainPath(id))
		if u.own() && id != "unsafe" && id != "C" && u.PackageVetx[id] == "" && u.PackageFile[id] != "" {
			return fmt.Errorf("go vet has no facts of %s: %w", id, errNoFacts)
		}
	}
	return nil
}

// decodeImports makes tables of the facts that the imports brought.
func (u *vetUnit) decodeImports() error {
	u.tables = map[string]*factTable{}
	for id, data := range u.brought {
		f, err := decodeFacts(data)
		if err != nil {
			return fmt.Errorf("the facts of %s: %w", id, err)
		}
		for _, t := range f.Tables {
			// What a package says of itself, in the form that is imported here,
			// comes before what others hand on.
			if _, ok := u.tables[t.Path]; !ok || t.Path == plainPath(id) {
				u.tables[t.Path] = tableOf(t.Facts)
			}
		}
	}
	return nil
}

// errNoFacts says that a dependency could not be analysed: keys that it builds
// would go unseen.
var errNoFacts = errors.New("it could not be analysed")

// handOn returns the facts for the importers: the package's own, and those of
// the packages whose types can be reached through it, as the importers may
// meet these without importing them.
func (u *vetUnit) handOn(pkg *types.Package, own *factTable) *factFile {
	w := &apiWalk{tables: u.tables, seen: map[types.Type]bool{}, found: map[string]bool{}}
	for _, name := range pkg.Scope().Names() {
		if obj := pkg.Scope().Lookup(name); obj.Exported() {
			w.visit(obj.Type())
		}
	}
	f := &factFile{Tables: []pathTable{{Path: pkg.Path(), Facts: own.named()}}}
	for path := range w.found {
		if path != pkg.Path() {
			f.Tables = append(f.Tables, pathTable{Path: path, Facts: u.tables[path].named()})
		}
	}
	slices.SortFunc(f.Tables, func(a, b pathTable) int { return cmp.Compare(a.Path, b.Path) })
	return f
}

// writeFacts writes the fact file; nil says that the package can't matter.
func (u *vetUnit) writeFacts(f *factFile) int {
	if u.VetxOutput == "" {
		return 0
	}
	var data []byte
	if f != nil {
		var err error
		if data, err = encodeFacts(f); err != nil {
			return u.failed(err)
		}
	}
	if err := os.WriteFile(u.VetxOutput, data, 0o666); err != nil {
		return u.failed(err)
	}
	return 0
}

// An apiWalk finds the packages with facts whose types are reached from
// others.
type apiWalk struct {
	tables map[string]*factTable
	seen   map[types.Type]bool
	found  map[string]bool
}

// visit follows t. Types of packages without facts are not looked into, but
// for their type arguments: they import none that has.
func (w *apiWalk) visit(t types.Type) {
	if t == nil || w.seen[t] {
		return
	}
	w.seen[t] = true
	switch t := t.(type) {
	case *types.Alias:
		w.visit(types.Unalias(t))
	case *types.Named:
		w.named(t)
	case *types.Pointer:
		w.visit(t.Elem())
	case *types.Slice:
		w.visit(t.Elem())
	case *types.Array:
		w.visit(t.Elem())
	case *types.Chan:
		w.visit(t.Elem())
	case *types.Map:
		w.visit(t.Key())
		w.visit(t.Elem())
	case *types.Signature:
		w.tuple(t.Params())
		w.tuple(t.Results())
	case *types.Tuple:
		w.tuple(t)
	case *types.Struct:
		for f := range t.Fields() {
			w.visit(f.Type())
		}
	case *types.Interface:
		for m := range t.Methods() {
			w.visit(m.Type())
		}
	case *types.TypeParam:
		w.visit(t.Constraint())
	case *types.Union:
		for term := range t.Terms() {
			w.visit(term.Type())
		}
	}
}

func (w *apiWalk) tuple(t *types.Tuple) {
	for v := range t.Variables() {
		w.visit(v.Type())
	}
}

func (w *apiWalk) named(t *types.Named) {
	for arg := range t.TypeArgs().Types() {
		w.visit(arg)
	}
	if pkg := t.Obj().Pkg(); pkg != nil {
		table, ok := w.tables[pkg.Path()]
		if !ok && pkg.Complete() && len(w.tables) == 0 {
			return
		}
		if ok && table != nil {
			w.found[pkg.Path()] = true
		}
	}
	w.visit(t.Underlying())
	for m := range t.Methods() {
		w.visit(m.Type())
	}
}
