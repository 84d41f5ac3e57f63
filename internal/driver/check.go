package driver

import (
	"errors"
	"fmt"
	"go/ast"
	"go/parser"
	"go/scanner"
	"go/token"
	"go/types"
	"os"

	"golang.org/x/tools/go/packages"
)

// A source is a package parsed and type-checked.
type source struct {
	fset  *token.FileSet
	files []*ast.File
	pkg   *types.Package
	info  *types.Info
	sizes types.Sizes
}

// check parses and type-checks the files of a unit. When there are problems the
// source is not fit for analysis.
func (un *universe) check(u *unit) (*source, []Problem) {
	p := u.pkg
	var problems []Problem
	for _, e := range p.Errors {
		problems = append(problems, listProblem(p, e))
	}
	if len(problems) > 0 && len(p.CompiledGoFiles) == 0 {
		return nil, problems
	}
	files, errs := parseFiles(un.fset, p.CompiledGoFiles, u.content)
	src, typeErrs := typeCheck(un.fset, checkConfig{
		path:     p.PkgPath,
		name:     p.Name,
		version:  goVersion(p.Module),
		sizes:    p.TypesSizes,
		importer: un.importerOf(p),
	}, files)
	if errs = append(errs, typeErrs...); len(errs) > 0 {
		// The go command's own list of errors says the same in other words.
		problems = problems[:0]
	}
	for _, err := range errs {
		problems = append(problems, newProblem(p.ID, err))
	}
	if len(problems) == 0 && un.loose.Load() {
		if pos := typeless(src.files, src.info); pos.IsValid() {
			problems = append(problems, Problem{Package: p.ID, Posn: un.fset.Position(pos).String(), Message: noType})
		}
	}
	return src, problems
}

// noType says that a package can't be analysed though nothing is wrong in it.
const noType = "what this is can't be known, because a package that it comes from has errors"

// typeless returns the first place that has no type, or a name that stands for
// nothing. In a package without errors there is one only where it uses something
// that an import with errors declares: of an unknown type there are no methods
// and fields to be looked up, which who goes on from here relies on.
//
//	bad.Client().Ping()   // func Client() missing.Client
//	bad.Rows()[0].Content // func Rows() []*missing.Row
func typeless(files []*ast.File, info *types.Info) token.Pos {
	first := token.NoPos
	found := func(n ast.Node) {
		if !first.IsValid() || n.Pos() < first {
			first = n.Pos()
		}
	}
	for e, tv := range info.Types {
		if !tv.IsBuiltin() && tv.Type == types.Typ[types.Invalid] { // the len of a constant has no type
			found(e)
		}
	}
	for _, f := range files {
		ast.Inspect(f, func(n ast.Node) bool {
			if id, ok := n.(*ast.Ident); ok && id.Name != "_" && info.Uses[id] == nil {
				if _, ok := info.Defs[id]; !ok {
					found(id)
				}
			}
			return true
		})
	}
	return first
}

// parseFiles parses files, with comments. A file with errors is left out.
// Content holds what was read of them already.
func parseFiles(fset *token.FileSet, names []string, content map[string][]byte) (files []*ast.File, errs []error) {
	for _, name := range names {
		data, ok := content[name]
		if !ok {
			var err error
			if data, err = os.ReadFile(name); err != nil {
				errs = append(errs, err)
				continue
			}
		}
		f, err := parser.ParseFile(fset, name, data, parser.ParseComments|parser.SkipObjectResolution)
		if err != nil {
			errs = append(errs, err)
			continue
		}
		files = append(files, f)
	}
	return files, errs
}

// checkConfig is what type-checking needs to know of a package.
type checkConfig struct {
	path, name string
	version    string // go1.N, or ""
	sizes      types.Sizes
	importer   types.Importer
}

// newInfo makes room for what the type checker will say of files. Maps that grow
// as they are filled are a tenth of its time: so each has room from the start
// for what a quarter of all packages have less of, counted for each byte of
// source in a repository of 500 packages.
func newInfo(files []*ast.File) *types.Info {
	n := 0
	for _, f := range files {
		n += int(f.FileEnd - f.FileStart)
	}
	return &types.Info{
		Types:        make(map[ast.Expr]types.TypeAndValue, n/16),
		Instances:    make(map[*ast.Ident]types.Instance),
		Defs:         make(map[*ast.Ident]types.Object, n/120),
		Uses:         make(map[*ast.Ident]types.Object, n/24),
		Implicits:    make(map[ast.Node]types.Object),
		Selections:   make(map[*ast.SelectorExpr]*types.Selection, n/160),
		Scopes:       make(map[ast.Node]*types.Scope, n/140),
		FileVersions: make(map[*ast.File]string),
	}
}

// typeCheck type-checks files.
func typeCheck(fset *token.FileSet, c checkConfig, files []*ast.File) (*source, []error) {
	var errs []error
	conf := types.Config{
		Importer:  c.importer,
		Sizes:     c.sizes,
		GoVersion: c.version,
		Error:     func(err error) { errs = append(errs, err) },
	}
	src := &source{
		fset:  fset,
		files: files,
		pkg:   types.NewPackage(c.path, c.name),
		sizes: c.sizes,
		info:  newInfo(files),
	}
	if err := types.NewChecker(&conf, fset, src.pkg, src.info).Files(files); err != nil && len(errs) == 0 {
		errs = append(errs, err)
	}
	return src, errs
}

func goVersion(m *packages.Module) string {
	if m == nil || m.GoVersion == "" {
		return ""
	}
	return "go" + m.GoVersion
}

// newProblem says that a package can't be analysed, for the first of an
// error's reasons.
func newProblem(pkg string, err error) Problem {
	var list scanner.ErrorList
	var te types.Error
	switch {
	case errors.As(err, &list) && len(list) > 0:
		return Problem{Package: pkg, Posn: list[0].Pos.String(), Message: list[0].Msg}
	case errors.As(err, &te):
		return Problem{Package: pkg, Posn: te.Fset.Position(te.Pos).String(), Message: te.Msg}
	}
	return Problem{Package: pkg, Message: err.Error()}
}

// listProblem is a problem that the go command found.
func listProblem(p *packages.Package, e packages.Error) Problem {
	posn := e.Pos
	if posn == "-" {
		posn = ""
	}
	return Problem{Package: p.ID, Posn: posn, Message: e.Msg}
}

func (p Problem) String() string {
	if p.Posn != "" {
		return fmt.Sprintf("%s: %s", p.Posn, p.Message)
	}
	return fmt.Sprintf("%s: %s", p.Package, p.Message)
}
