package keyuse

import (
	"go/ast"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/tenantkey/tenantkey/internal/stores"
)

// reachesStore says that a package imports a store's client, itself or through
// what it imports.
type reachesStore struct{}

func (*reachesStore) AFact()         {}
func (*reachesStore) String() string { return "reachesStore" }

// relevant reports whether a package can hold or build keys of the program:
// every package of the main module that is no bulk of generated code, and what
// reaches a store.
// The standard library is known by models, clients by their rows.
func relevant(pass *analysis.Pass) bool {
	path := pass.Pkg.Path()
	noModule := pass.Module == nil || pass.Module.Path == ""
	if noModule && standard[strings.SplitN(path, "/", 2)[0]] || stores.IsClient(path) {
		if stores.IsClient(path) {
			pass.ExportPackageFact(&reachesStore{})
		}
		return false
	}
	reaches := false
	for _, imp := range pass.Pkg.Imports() {
		var fact reachesStore
		if stores.IsClient(imp.Path()) || pass.ImportPackageFact(imp, &fact) {
			reaches = true
			break
		}
	}
	if reaches {
		pass.ExportPackageFact(&reachesStore{})
	}
	dependency := !noModule && pass.Module.Version != ""
	return reaches || !dependency && !bulk(pass)
}

// maxGenerated is how much generated code, in bytes, a package may have whose
// functions are looked into though no store is in reach.
const maxGenerated = 2 << 20

// bulk reports whether a package is generated and big: the rows of a database,
// the messages of a protocol. In a repository of a million lines one such
// package was half of the work, and what its getters return their names say.
func bulk(pass *analysis.Pass) bool {
	size := 0
	for _, f := range pass.Files {
		if !ast.IsGenerated(f) {
			return false
		}
		size += int(f.FileEnd - f.FileStart)
	}
	return size > maxGenerated
}

// standard is the first path elements of the standard library's packages.
// https://pkg.go.dev/std
var standard = func() map[string]bool {
	m := map[string]bool{}
	for _, name := range strings.Fields(`archive bufio builtin bytes cmp compress container context crypto database
		debug embed encoding errors expvar flag fmt go hash html image index internal io iter log maps math mime net
		os path plugin reflect regexp runtime slices sort strconv strings structs sync syscall testing text time
		unicode unique unsafe vendor weak cmd`) {
		m[name] = true
	}
	return m
}()
