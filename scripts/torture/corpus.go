package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// A corpus is packages to analyse.
type corpus struct {
	dir      string
	patterns []string
	env      []string
}

// prepare makes the corpus of that name ready below dir.
func prepare(name, dir string) (*corpus, error) {
	switch name {
	case "std", "cmd":
		return &corpus{dir: dir, patterns: []string{name}}, newModule(dir)
	case "goroot":
		root, err := output("", "go", "env", "GOROOT")
		if err != nil {
			return nil, err
		}
		return &corpus{dir: dir, patterns: []string{"./..."}}, programs(filepath.Join(root, "test"), dir)
	case "ssa":
		root, err := output("", "go", "list", "-m", "-f", "{{.Dir}}", "golang.org/x/tools")
		if err != nil {
			return nil, err
		}
		return &corpus{dir: dir, patterns: []string{"./..."}}, programs(filepath.Join(root, "go", "ssa"), dir)
	}
	return module(name, dir)
}

func newModule(dir string) error {
	return os.WriteFile(filepath.Join(dir, "go.mod"), []byte("module torture\n\ngo 1.26\n"), 0o666)
}

// programs makes a module in which each Go file under root that is a program of
// its own is a package. In a folder named X.dir each file is a package that the
// others import as "./name".
func programs(root, dir string) error {
	if err := newModule(dir); err != nil {
		return err
	}
	n := 0
	return filepath.WalkDir(root, func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return err
		}
		rel, err := filepath.Rel(root, path)
		if err != nil || !strings.Contains(rel, "testdata") && filepath.Base(root) == "ssa" {
			return err
		}
		src, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		at := fmt.Sprintf("t%04d", n)
		if folder := filepath.Base(filepath.Dir(path)); strings.HasSuffix(folder, ".dir") {
			home := filepath.ToSlash(strings.ReplaceAll(filepath.Dir(rel), ".", "_"))
			src = bytes.ReplaceAll(src, []byte(`"./`), []byte(`"torture/`+home+"/"))
			at = filepath.Join(home, strings.TrimSuffix(e.Name(), ".go"))
		}
		n++
		to := filepath.Join(dir, at)
		if err := os.MkdirAll(to, 0o777); err != nil {
			return err
		}
		return os.WriteFile(filepath.Join(to, "x.go"), src, 0o666)
	})
}

// module copies a module out of the module cache, to analyse it as one's own.
func module(name, dir string) (*corpus, error) {
	data, err := output("", "go", "mod", "download", "-json", name)
	if err != nil {
		return nil, err
	}
	var m struct{ Path, Dir, GoMod string }
	if err := json.Unmarshal([]byte(data), &m); err != nil {
		return nil, err
	}
	if err := copySources(dir, m.Dir); err != nil {
		return nil, err
	}
	// Modules from before there were go.mod files have one in the cache.
	if _, err := os.Stat(filepath.Join(dir, "go.mod")); err != nil {
		gomod, err := os.ReadFile(m.GoMod)
		if err != nil {
			return nil, err
		}
		if err := os.WriteFile(filepath.Join(dir, "go.mod"), gomod, 0o666); err != nil {
			return nil, err
		}
	}
	return &corpus{dir: dir, patterns: []string{"./..."}, env: []string{"GOFLAGS=" + os.Getenv("GOFLAGS") + " -mod=mod"}}, nil
}

// copySources copies what a build reads: Go files, those that cgo and the
// assembler read, and go.mod. What a package embeds stays behind, as models and
// pictures do; an empty file stands in for it, so that the pattern matches.
func copySources(to, from string) error {
	return filepath.WalkDir(from, func(path string, e fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		rel, err := filepath.Rel(from, path)
		if err != nil {
			return err
		}
		target := filepath.Join(to, rel)
		switch {
		case e.IsDir():
			return os.MkdirAll(target, 0o777)
		case !e.Type().IsRegular():
			return nil
		case !isSource(e.Name()):
			return os.WriteFile(target, nil, 0o666)
		}
		data, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		return os.WriteFile(target, data, 0o666)
	})
}

// isSource reports whether a build reads what is in a file of that name.
func isSource(name string) bool {
	switch filepath.Ext(name) {
	case ".go", ".mod", ".sum", ".s", ".S", ".c", ".cc", ".cpp", ".cxx", ".m", ".h", ".hh", ".hpp", ".hxx", ".inc", ".swig", ".syso":
		return true
	}
	return name == "modules.txt" // of a vendor folder
}

func output(dir, name string, args ...string) (string, error) {
	cmd := exec.Command(name, args...)
	cmd.Dir = dir
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if err != nil {
		return "", fmt.Errorf("%s %s: %v\n%s", name, strings.Join(args, " "), err, stderr.Bytes())
	}
	return strings.TrimSpace(string(out)), nil
}
