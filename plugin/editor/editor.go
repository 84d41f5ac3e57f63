// Package editor has tenantkey's rules for hosts that run while code is typed,
// such as gopls: they are silent where there is no registry, and what can't be
// checked is said where it is seen.
package editor

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"slices"

	"golang.org/x/tools/go/analysis"

	"github.com/tenantkey/tenantkey/analyzer"
	"github.com/tenantkey/tenantkey/registry"
)

// Analyzers returns fresh rules that look for the registry of each package.
// They find nothing in a package without one: in an editor every module is
// opened, also those that have no tenants.
func Analyzers() []*analysis.Analyzer {
	var out []*analysis.Analyzer
	for i, a := range analyzer.New(analyzer.Config{}) {
		out = append(out, quiet(a, i == 0))
	}
	return out
}

// quiet returns a for an editor. The errors of a run end up in a log there, so
// one of the rules reports them, at the head of the package's first file.
func quiet(a *analysis.Analyzer, speaks bool) *analysis.Analyzer {
	wrapped := *a
	wrapped.Run = func(pass *analysis.Pass) (any, error) {
		files, err := find(dirsOf(pass))
		if err == nil && len(files) == 0 {
			return nothing(a), nil
		}
		res, err := a.Run(pass)
		if err == nil {
			return res, nil
		}
		if speaks && len(pass.Files) > 0 {
			at := pass.Files[0].Name
			pass.Report(analysis.Diagnostic{Pos: at.Pos(), End: at.End(), URL: a.URL, Message: "no cache key of this package is checked: " + err.Error()})
		}
		return nothing(a), nil
	}
	return &wrapped
}

// nothing is the result of a where it found nothing.
func nothing(a *analysis.Analyzer) any {
	if a.ResultType == nil {
		return nil
	}
	return reflect.Zero(a.ResultType).Interface()
}

// dirsOf returns the folders that the files of a package lie in.
func dirsOf(pass *analysis.Pass) []string {
	var dirs []string
	for _, f := range pass.Files {
		dirs = append(dirs, filepath.Dir(pass.Fset.PositionFor(f.Package, false).Filename))
	}
	return dirs
}

// find returns the registries that apply to packages in dirs.
func find(dirs []string) ([]string, error) {
	var files []string
	slices.Sort(dirs)
	for _, dir := range slices.Compact(dirs) {
		file, err := registry.Find(dir)
		if err != nil {
			return nil, err
		}
		if file != "" {
			files = append(files, file)
		}
	}
	return files, nil
}

// Digest returns a text that is another one when other registries apply to
// the package that is made of the named files, or when these registries have
// another content. It belongs into the key of whatever keeps findings. An
// error of reading is part of it, so that it goes when the error goes.
func Digest(files []string) string {
	var dirs []string
	for _, f := range files {
		dirs = append(dirs, filepath.Dir(f))
	}
	h := sha256.New()
	found, err := find(dirs)
	if err != nil {
		fmt.Fprintf(h, "error %q\n", err)
	}
	for _, file := range found {
		data, err := os.ReadFile(file)
		fmt.Fprintf(h, "%q %x %v\n", file, sha256.Sum256(data), err)
	}
	return hex.EncodeToString(h.Sum(nil))
}
