package driver

import (
	"archive/zip"
	"errors"
	"fmt"
	"go/build"
	"go/token"
	"go/types"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/rogpeppe/go-internal/diff"
	"golang.org/x/tools/go/analysis"

	"github.com/tenantkey/tenantkey/internal/report"
	"github.com/tenantkey/tenantkey/internal/roots"
)

// A vetUnit is one package that go vet hands to the tool.
type vetUnit struct {
	*VetTool
	*vetFlags
	*vetConfig
	analyzers []*analysis.Analyzer // those that are run
	all       []*analysis.Analyzer

	brought map[string][]byte     // by import path, what the imports brought; empty ones left out
	tables  map[string]*factTable // the same, by plain import path
	reach   bool                  // the package can reach a store client
}

// run analyses the unit and returns the exit code.
func (u *vetUnit) run() int {
	registerFacts(u.analyzers)
	if err := u.decodeImports(); err != nil {
		return u.failed(err)
	}
	out, err := u.openStdout()
	if err != nil {
		return u.failed(err)
	}
	code := u.analyse(out)
	if err := out.Close(); err != nil {
		return u.failed(err)
	}
	return code
}

// openStdout opens where the go command wants the output.
func (u *vetUnit) openStdout() (io.WriteCloser, error) {
	if u.Config.Stdout == "" {
		return nopCloser{u.VetTool.Stdout}, nil
	}
	return os.Create(u.Config.Stdout)
}

type nopCloser struct{ io.Writer }

func (nopCloser) Close() error { return nil }

func (u *vetUnit) analyse(stdout io.Writer) int {
	if u.onlyTests() {
		return u.writeFacts(nil)
	}
	src, problems := u.check()
	if len(problems) > 0 {
		return u.problems(problems)
	}
	facts := newPassFacts(src.pkg, func(path string) *factTable { return u.tables[path] })
	e := &execution{
		id: u.ID, src: src, facts: facts, told: map[*analysis.Analyzer]bool{},
		module: u.module(), other: u.NonGoFiles, ignored: u.IgnoredFiles,
	}
	for _, a := range u.analyzers {
		e.told[a] = true
	}
	out := e.run(needed(u.analyzers, u.wanted()))
	if len(out.problems) > 0 {
		return u.problems(out.problems)
	}
	if code := u.writeFacts(u.handOn(src.pkg, facts.table())); code != 0 {
		return code
	}
	if !u.wanted() {
		return 0
	}
	return u.tell(stdout, report.Merge(out.findings))
}

// wanted reports whether the unit's findings are to be printed.
func (u *vetUnit) wanted() bool { return !u.VetxOnly || u.own() && !u.fix && u.mayBeRoot() }

// onlyTests reports whether the unit is an external test: nothing imports it,
// and keys of tests are nobody's.
func (u *vetUnit) onlyTests() bool {
	return !slices.ContainsFunc(u.GoFiles, func(f string) bool { return !strings.HasSuffix(f, "_test.go") })
}

func (u *vetUnit) module() *analysis.Module {
	if u.Module != nil {
		return u.Module
	}
	if u.ModulePath == "" {
		return nil
	}
	return &analysis.Module{Path: u.ModulePath, Version: u.ModuleVersion, GoVersion: strings.TrimPrefix(u.GoVersion, "go")}
}

func (u *vetUnit) problems(ps []Problem) int {
	for _, p := range ps {
		fmt.Fprintln(u.Stderr, p)
	}
	return 2
}

// tell prints or applies what was found.
func (u *vetUnit) tell(stdout io.Writer, findings []report.Finding) int {
	switch {
	case u.fix:
		if err := u.applyFixes(stdout, findings); err != nil {
			return u.failed(err)
		}
		return 0
	case u.json:
		if err := report.Tree(stdout, findings); err != nil {
			return u.failed(err)
		}
		return 0
	}
	p := &report.TextPrinter{W: u.Stderr, Context: u.context}
	if err := p.Findings(findings); err != nil {
		return u.failed(err)
	}
	if len(findings) > 0 {
		return 1
	}
	return 0
}

// applyFixes writes the changed files to where the go command wants them.
func (u *vetUnit) applyFixes(stdout io.Writer, findings []report.Finding) (err error) {
	fixed, err := report.Apply(findings, os.ReadFile)
	if err != nil {
		return err
	}
	if u.diff {
		for _, f := range fixed.Files {
			if _, err := stdout.Write(diff.Diff(f.Name+" (old)", f.Old, f.Name+" (new)", f.New)); err != nil {
				return err
			}
		}
		return nil
	}
	if u.FixArchive == "" {
		for _, f := range fixed.Files {
			if err := f.Write(); err != nil {
				return err
			}
		}
		return nil
	}
	return writeArchive(u.FixArchive, u.ID, fixed.Files)
}

// writeArchive puts files into a zip archive, for the go command to unpack
// when the build that goes on is over.
func writeArchive(name, comment string, files []report.FixedFile) (err error) {
	f, err := os.Create(name)
	if err != nil {
		return err
	}
	zw := zip.NewWriter(f)
	defer func() { err = errors.Join(err, zw.Close(), f.Close()) }()
	if err := zw.SetComment(comment); err != nil {
		return err
	}
	for _, file := range files {
		w, err := zw.Create(file.Name)
		if err != nil {
			return err
		}
		if _, err := w.Write(file.New); err != nil {
			return err
		}
	}
	return nil
}

// check parses and type-checks the package over the export data that the go
// command names.
func (u *vetUnit) check() (*source, []Problem) {
	fset := token.NewFileSet()
	files, errs := parseFiles(fset, u.GoFiles, nil)
	name := ""
	if len(files) > 0 {
		name = files[0].Name.Name
	}
	src, typeErrs := typeCheck(fset, checkConfig{
		path:     plainPath(u.ImportPath),
		name:     name,
		version:  u.GoVersion,
		sizes:    types.SizesFor("gc", build.Default.GOARCH),
		importer: u.importer(fset),
	}, files)
	var problems []Problem
	for _, err := range append(errs, typeErrs...) {
		problems = append(problems, newProblem(u.ID, err))
	}
	return src, problems
}

func (u *vetUnit) importer(fset *token.FileSet) types.Importer {
	view := map[string]*types.Package{}
	return importerFunc(func(path string) (*types.Package, error) {
		if path == "unsafe" {
			return types.Unsafe, nil
		}
		id, ok := u.ImportMap[path]
		if !ok {
			return nil, fmt.Errorf("the go command did not say what import %q is", path)
		}
		plain := plainPath(id)
		if p := view[plain]; p != nil && p.Complete() {
			return p, nil
		}
		file, ok := u.PackageFile[id]
		if !ok {
			return nil, fmt.Errorf("the go command did not say where the export data of %q is: run tenantkey itself in place of go vet", id)
		}
		return readExport(file, fset, view, plain)
	})
}

// findRegistry settles which registry holds, and refuses one whose changes
// the go command would not see.
func (u *vetUnit) findRegistry() error {
	if u.VetxOnly && !u.own() {
		return nil
	}
	file := u.registry
	if file == "" {
		var err error
		if file, err = u.Find(u.dir()); err != nil || file == "" {
			return err
		}
		if u.own() && tracked(file, u.dir(), u.RegistryName) {
			return nil
		}
	} else {
		abs, err := filepath.Abs(file)
		if err != nil {
			return err
		}
		file = abs
		for _, a := range u.all {
			if a.Flags.Lookup("registry") != nil {
				if err := a.Flags.Set("registry", file); err != nil {
					return err
				}
			}
		}
		if tracked(file, u.dir(), u.RegistryName) {
			return nil
		}
	}
	return fmt.Errorf("go vet would not see when %s changes, as it is not a %s in the module that is vetted: run tenantkey itself", file, u.RegistryName)
}

// tracked reports whether surroundings covers a registry: whether it has the
// right name and lies in the module that dir is in.
func tracked(file, dir, name string) bool {
	if filepath.Base(file) != name {
		return false
	}
	rel, err := filepath.Rel(roots.Module(dir), file)
	if err != nil || !filepath.IsLocal(rel) {
		return false
	}
	return !slices.ContainsFunc(strings.Split(filepath.Dir(rel), string(filepath.Separator)), roots.Excluded)
}
