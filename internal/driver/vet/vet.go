// Package vet makes tenantkey a tool for go vet -vettool.
package vet

import "golang.org/x/tools/go/analysis"

// Main serves the go command when args are its; ok says whether they are.
func Main(args []string, analyzers func(registryFile string) []*analysis.Analyzer, version string) (code int, ok bool) {
	return 0, false
}
