package driver

import (
	"fmt"
	"go/token"
	"os"
	"reflect"
	"runtime/debug"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/tenantkey/tenantkey/internal/report"
)

// An execution runs analyzers on one package. It knows nothing of where the
// package came from: the command line and the vet tool share it.
type execution struct {
	id      string
	src     *source
	facts   *passFacts
	told    map[*analysis.Analyzer]bool // those whose diagnostics count, not only their results
	module  *analysis.Module
	other   []string
	ignored []string
}

// An outcome is what the analyzers came to.
type outcome struct {
	findings []report.Finding
	entries  []report.Entry
	problems []Problem
}

// run runs the analyzers in their order; requirements come first in it.
func (e *execution) run(analyzers []*analysis.Analyzer) *outcome {
	out := &outcome{}
	results := map[*analysis.Analyzer]any{}
	failed := map[*analysis.Analyzer]bool{}
	for _, a := range analyzers {
		if requiresFailed(a, failed) {
			failed[a] = true
			continue
		}
		var diagnostics []analysis.Diagnostic
		res, problem := e.runOne(a, results, func(d analysis.Diagnostic) { diagnostics = append(diagnostics, d) })
		if problem != nil {
			failed[a] = true
			out.problems = append(out.problems, *problem)
			continue
		}
		results[a] = res
		if e.told[a] {
			out.findings = append(out.findings, e.convert(a, diagnostics, res)...)
			out.entries = append(out.entries, e.inventory(res)...)
		}
	}
	return out
}

func requiresFailed(a *analysis.Analyzer, failed map[*analysis.Analyzer]bool) bool {
	for _, req := range a.Requires {
		if failed[req] {
			return true
		}
	}
	return false
}

// runOne runs one analyzer. A panic of it is a problem like any other.
func (e *execution) runOne(a *analysis.Analyzer, results map[*analysis.Analyzer]any, tell func(analysis.Diagnostic)) (res any, problem *Problem) {
	defer func() {
		if r := recover(); r != nil {
			problem = e.panicked(a, r, debug.Stack())
		}
	}()
	res, err := a.Run(e.pass(a, results, tell))
	if err == nil && a.ResultType != nil && reflect.TypeOf(res) != a.ResultType {
		err = fmt.Errorf("the result is a %T, not a %v", res, a.ResultType)
	}
	if err != nil {
		return nil, &Problem{Package: e.id, Message: fmt.Sprintf("%s: %v", a.Name, err)}
	}
	return res, nil
}

// pass makes what an analyzer is given.
func (e *execution) pass(a *analysis.Analyzer, results map[*analysis.Analyzer]any, tell func(analysis.Diagnostic)) *analysis.Pass {
	inputs := make(map[*analysis.Analyzer]any, len(a.Requires))
	for _, req := range a.Requires {
		inputs[req] = results[req]
	}
	filter := make(map[reflect.Type]bool, len(a.FactTypes))
	for _, f := range a.FactTypes {
		filter[reflect.TypeOf(f)] = true
	}
	return &analysis.Pass{
		Analyzer:          a,
		Fset:              e.src.fset,
		Files:             e.src.files,
		OtherFiles:        e.other,
		IgnoredFiles:      e.ignored,
		Pkg:               e.src.pkg,
		TypesInfo:         e.src.info,
		TypesSizes:        e.src.sizes,
		Module:            e.module,
		ResultOf:          inputs,
		ReadFile:          os.ReadFile,
		Report:            tell,
		ImportObjectFact:  e.facts.importObject,
		ExportObjectFact:  e.facts.exportObject,
		ImportPackageFact: e.facts.importPackage,
		ExportPackageFact: func(f analysis.Fact) { e.facts.set(nil, f) },
		AllObjectFacts:    func() []analysis.ObjectFact { return e.facts.allObjects(filter) },
		AllPackageFacts:   func() []analysis.PackageFact { return e.facts.allPackages(filter) },
	}
}

// IssuesURL is where a fault of tenantkey is reported.
const IssuesURL = "https://github.com/tenantkey/tenantkey/issues"

// A Positioned panic value says where in the analysed code it happened.
type Positioned interface{ Pos() token.Pos }

// panicked says that an analyzer broke down on the package.
func (e *execution) panicked(a *analysis.Analyzer, r any, stack []byte) *Problem {
	p := &Problem{Package: e.id}
	if at, ok := r.(Positioned); ok && at.Pos().IsValid() {
		p.Posn = e.src.fset.Position(at.Pos()).String()
	} else if len(e.src.files) > 0 {
		p.Posn = e.src.fset.Position(e.src.files[0].Package).Filename
	}
	p.Message = fmt.Sprintf("the analyzer %s broke down on package %s: %v (in %s); this is a fault of tenantkey: please report it at %s with this message and the code around the position",
		a.Name, e.id, firstLine(r), panicPlace(string(stack)), IssuesURL)
	return p
}

// firstLine prints a panic value in one line.
func firstLine(r any) string {
	s, _, _ := strings.Cut(fmt.Sprint(r), "\n")
	return s
}

// panicPlace finds the function that panicked in a stack trace: the one that
// called panic first, where others gave the panic a position on its way.
func panicPlace(stack string) string {
	lines := strings.Split(stack, "\n")
	for i := len(lines) - 1; i >= 0; i-- {
		if !strings.HasPrefix(lines[i], "panic(") {
			continue
		}
		for j := i + 2; j+1 < len(lines); j += 2 {
			if strings.HasPrefix(lines[j], "runtime.") || strings.Contains(lines[j], "/internal/driver.(*passFacts)") {
				continue // the runtime's way from a fault to a panic; and the door that refused a fact
			}
			name := lines[j]
			if k := strings.LastIndexByte(name, '('); k > 0 {
				name = name[:k]
			}
			at := strings.TrimSpace(lines[j+1])
			at, _, _ = strings.Cut(at, " +0x")
			if k := strings.LastIndexByte(at, '/'); k >= 0 {
				at = at[k+1:]
			}
			return name + " " + at
		}
	}
	return "unknown function"
}
