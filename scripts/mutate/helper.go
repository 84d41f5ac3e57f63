package main

import (
	_ "embed"
	"fmt"
	"path/filepath"
	"strconv"
)

func lineOf(m *mutant) string { return fmt.Sprintf("%s:%d", m.file, m.line) }

// switchText is the code that the changed package gets: the switch, and what
// the changed expressions call.
//
//go:embed switch.go.txt
var switchText string

// switchFile is the file of the switch in the changed package.
func switchFile(pkgName string, ms []*mutant) (name string, src []byte, err error) {
	if len(ms) == 0 {
		return "", nil, fmt.Errorf("there is nothing to change")
	}
	name = filepath.Join(filepath.Dir(ms[0].file), "mutant_switch.go")
	return name, fmt.Appendf(nil, switchText, pkgName, len(ms)+1), nil
}

// mainText is the TestMain that a test binary gets: it runs tests as it is told.
//
//go:embed main.go.txt
var mainText string

// mainFile is the file of TestMain in the tests of package name at dir. The
// switch is in the package at path changed, or in itself.
func mainFile(dir, name, changed string, itself bool) (file string, src []byte) {
	imported := "mutated " + strconv.Quote(changed)
	qualifier := "mutated."
	if itself {
		imported, qualifier = "", ""
	} else {
		name += "_test" // the changed package may import the tested one
	}
	return filepath.Join(dir, "mutant_main_test.go"), fmt.Appendf(nil, mainText, name, imported, qualifier)
}
