package main

import "golang.org/x/tools/go/analysis/multichecker"

// multicheckerMain is the stock driver on the same rules, for the scripts to
// compare with.
func multicheckerMain() { multichecker.Main(newAnalyzers("")...) }
