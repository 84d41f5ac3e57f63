// Package roots finds the folders in which the registries of a run are looked
// for.
package roots

import (
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/mod/modfile"
)

// Of returns the roots of the modules that the go command works on in dir: of
// the module around it, or of all that a go.work uses.
func Of(dir string) ([]string, error) {
	work := os.Getenv("GOWORK")
	if work == "" {
		if env, err := goEnv(dir, "GOWORK"); err == nil {
			work = env
		}
	}
	if work != "" && work != "off" {
		return workspace(work)
	}
	return []string{Module(dir)}, nil
}

// Module returns the nearest directory from dir up with a go.mod, or dir.
func Module(dir string) string {
	for d := dir; ; d = filepath.Dir(d) {
		if info, err := os.Stat(filepath.Join(d, "go.mod")); err == nil && !info.IsDir() {
			return d
		}
		if d == filepath.Dir(d) {
			return dir
		}
	}
}

// workspace returns the directories that a go.work uses.
func workspace(file string) ([]string, error) {
	data, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	wf, err := modfile.ParseWork(file, data, nil)
	if err != nil {
		return nil, err
	}
	var roots []string
	for _, use := range wf.Use {
		root := filepath.FromSlash(use.Path)
		if !filepath.IsAbs(root) {
			root = filepath.Join(filepath.Dir(file), root)
		}
		roots = append(roots, filepath.Clean(root))
	}
	slices.Sort(roots)
	return slices.Compact(roots), nil
}

// Excluded reports whether a folder of this name is passed over, as the
// packages of a module do not lie in it. A registry that is found in one all
// the same is for the caller to refuse.
func Excluded(name string) bool {
	return name == ".git" || name == ".hg" || name == ".svn" || name == "node_modules"
}

// goEnv asks the go command for a variable that go env -w may have set.
func goEnv(dir, name string) (string, error) {
	cmd := exec.Command("go", "env", name)
	cmd.Dir = dir
	out, err := cmd.Output()
	return strings.TrimSpace(string(out)), err
}
