package analyzer

import (
	"reflect"
	"sync"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ast/inspector"
)

// A syntax is the root of a package's files, made when it is first asked for:
// most packages hand no key to a store.
type syntax func() inspector.Cursor

// syntaxAnalyzer is passes/inspect put off. All rules share what it makes.
var syntaxAnalyzer = &analysis.Analyzer{
	Name:       "keysyntax",
	Doc:        "index the syntax of a package, for tenantkey's rules",
	URL:        "https://pkg.go.dev/github.com/tenantkey/tenantkey/analyzer",
	ResultType: reflect.TypeFor[syntax](),
	Run: func(pass *analysis.Pass) (any, error) {
		return syntax(sync.OnceValue(func() inspector.Cursor { return inspector.New(pass.Files).Root() })), nil
	},
}
