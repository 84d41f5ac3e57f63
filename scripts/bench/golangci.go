package main

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// linters is the configurations of golangci-lint that are compared: nothing
// but tenantkey, and nothing but the printf check of govet.
var linters = map[string]string{
	"golangci-tenantkey": `version: "2"
linters:
  default: none
  enable: [tenantkey]
  settings:
    custom:
      tenantkey:
        type: module
`,
	"golangci-printf": `version: "2"
linters:
  default: none
  enable: [govet]
  settings:
    govet:
      disable-all: true
      enable: [printf]
`,
}

// golangci runs golangci-lint with one of the configurations.
func golangci(name string) func(string, *repo) []string {
	return func(bin string, r *repo) []string {
		return append([]string{filepath.Join(bin, "gcl"), "run", "--allow-parallel-runners", "-c", filepath.Join(bin, name+".yml")}, r.patterns...)
	}
}

// installGolangci puts golangci-lint with the plugin into bin, and the
// configurations beside it, if one of them is to be measured.
func installGolangci(ctx context.Context, bin string, names []string) error {
	asked := false
	for name, text := range linters {
		asked = asked || wanted(names, name)
		if err := os.WriteFile(filepath.Join(bin, name+".yml"), []byte(text), 0o666); err != nil {
			return err
		}
	}
	if !asked {
		return nil
	}
	top, err := exec.CommandContext(ctx, "go", "list", "-m", "-f={{.Dir}}").Output()
	if err != nil {
		return fmt.Errorf("finding this module: %w", err)
	}
	// The plugin is a module of its own, for golangci-lint's dependencies.
	cmd := exec.CommandContext(ctx, "go", "build", "-o", filepath.Join(bin, "gcl"), ".")
	cmd.Dir = filepath.Join(strings.TrimSpace(string(top)), "plugin", "gcl")
	cmd.Stderr = os.Stderr
	if err := cmd.Run(); err != nil {
		return fmt.Errorf("building golangci-lint with the plugin: %w", err)
	}
	return nil
}
