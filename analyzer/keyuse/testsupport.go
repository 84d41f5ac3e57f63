package keyuse

import (
	"go/ast"
	"strings"
)

// testSupport reports whether a package only helps tests, so that the maps of
// its fakes are no stores: a file of it that is no test itself imports
// testing, or its name says so, as testutil does.
func testSupport(path string, files []*ast.File, filename func(*ast.File) string) bool {
	last := path[strings.LastIndexByte(path, '/')+1:]
	if strings.HasPrefix(last, "testutil") || testNames[last] {
		return true
	}
	for _, file := range files {
		if strings.HasSuffix(filename(file), "_test.go") {
			continue
		}
		for _, imp := range file.Imports {
			if imp.Path.Value == `"testing"` {
				return true
			}
		}
	}
	return false
}

// testNames are what folders of fakes are called.
var testNames = map[string]bool{
	"mock": true, "mocks": true, "fake": true, "fakes": true, "stub": true, "stubs": true,
	"testing": true, "testhelper": true, "testhelpers": true, "testsupport": true, "testdata": true,
}
