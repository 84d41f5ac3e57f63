package driver

import (
	"errors"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"maps"
	"os"
	"strings"
	"sync"
	"sync/atomic"

	"golang.org/x/tools/go/gcexportdata"
	"golang.org/x/tools/go/packages"
)

// A universe is the packages that units import: types from export data, each
// package once. What a unit declares itself is no part of it.
//
// A package that is compiled differently for a test lives in that test's
// world, which shares all other packages with the plain one.
type universe struct {
	fset  *token.FileSet
	graph *graph

	mu     sync.Mutex // export data is read by one goroutine at a time: it completes packages that others refer to
	worlds map[string]map[string]*types.Package
	failed map[*types.Package]error

	loose atomic.Bool // some package was declared as far as it goes
}

// newUniverse makes a universe for the packages of g. All packages exist from
// the start, still empty, so that whatever refers to one refers to the same.
func newUniverse(g *graph) *universe {
	plain := map[string]*types.Package{"unsafe": types.Unsafe}
	for _, p := range g.all {
		if !isVariant(p) && p.PkgPath != "unsafe" {
			plain[p.PkgPath] = types.NewPackage(p.PkgPath, p.Name)
		}
	}
	return &universe{
		fset:   token.NewFileSet(),
		graph:  g,
		worlds: map[string]map[string]*types.Package{"": plain},
		failed: map[*types.Package]error{},
	}
}

// view returns the packages of a world by path. The caller holds u.mu.
func (u *universe) view(world string) map[string]*types.Package {
	if v, ok := u.worlds[world]; ok {
		return v
	}
	v := maps.Clone(u.worlds[""])
	for _, p := range u.graph.all {
		if isVariant(p) && worldOf(p) == world {
			v[p.PkgPath] = types.NewPackage(p.PkgPath, p.Name)
		}
	}
	u.worlds[world] = v
	return v
}

// get returns p, complete.
func (u *universe) get(p *packages.Package) (*types.Package, error) {
	u.mu.Lock()
	defer u.mu.Unlock()
	return u.locked(p)
}

// locked is get for a caller that holds u.mu.
func (u *universe) locked(p *packages.Package) (*types.Package, error) {
	if p.PkgPath == "unsafe" {
		return types.Unsafe, nil
	}
	view := u.view(worldOf(p))
	tp := view[p.PkgPath]
	if err, ok := u.failed[tp]; ok {
		return nil, err
	}
	if tp.Complete() {
		return tp, nil
	}
	var err error
	if p.ExportFile == "" {
		u.failed[tp] = errCycle // while it lasts
		err = u.declare(p, tp)
		delete(u.failed, tp)
	} else {
		_, err = readExport(p.ExportFile, u.fset, view, p.PkgPath)
	}
	if err != nil {
		err = fmt.Errorf("no types of %s: %w", p.PkgPath, err)
		u.failed[tp] = err
		return nil, err
	}
	return tp, nil
}

var (
	errNoSource = errors.New("it was not compiled")
	errCycle    = errors.New("it imports itself")
)

// declare makes the types of a package that the compiler refused, or that
// imports such a one, from its source as far as it goes: what is wrong with it
// is told once, and its importers are analysed all the same.
func (u *universe) declare(p *packages.Package, tp *types.Package) error {
	names := p.CompiledGoFiles
	if len(names) == 0 {
		names = p.GoFiles
	}
	if len(names) == 0 {
		if len(p.Errors) > 0 {
			return errors.New(strings.TrimSpace(p.Errors[0].Msg)) // such as a module that can't be downloaded
		}
		return errNoSource
	}
	var files []*ast.File
	for _, name := range names {
		f, _ := parser.ParseFile(u.fset, name, nil, parser.SkipObjectResolution) // errors are the unit's to tell
		if f != nil {
			files = append(files, f)
		}
	}
	conf := types.Config{
		Importer:         importsOf(p, u.locked),
		Sizes:            p.TypesSizes,
		GoVersion:        goVersion(p.Module),
		Error:            func(error) {},
		IgnoreFuncBodies: true,
		FakeImportC:      true,
	}
	_ = types.NewChecker(&conf, u.fset, tp, nil).Files(files)
	tp.MarkComplete()
	u.loose.Store(true)
	return nil
}

// readExport reads the export data in file into view[path].
func readExport(file string, fset *token.FileSet, view map[string]*types.Package, path string) (*types.Package, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	//lint:ignore SA1019 the go commands up to 1.27 write archives; this reads what comes after them as well
	in, err := gcexportdata.NewReader(f)
	if err != nil {
		return nil, err
	}
	return gcexportdata.Read(in, fset, view, path)
}

// importerOf returns what resolves the import paths in p's files.
func (u *universe) importerOf(p *packages.Package) types.Importer { return importsOf(p, u.get) }

func importsOf(p *packages.Package, get func(*packages.Package) (*types.Package, error)) types.Importer {
	return importerFunc(func(path string) (*types.Package, error) {
		if path == "unsafe" {
			return types.Unsafe, nil
		}
		imp := p.Imports[path]
		if imp == nil {
			return nil, fmt.Errorf("no package %q is listed among the imports of %s", path, p.ID)
		}
		return get(imp)
	})
}

type importerFunc func(path string) (*types.Package, error)

func (f importerFunc) Import(path string) (*types.Package, error) { return f(path) }
