package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
)

// A repo is a module to measure on.
type repo struct {
	name, dir string
	module    string // its path
	commit    string // "" if unknown
	patterns  []string
	packages  int
	lines     int // of Go, test files left out
	testLines int // of test files
	leaf, hub string
}

// A listed is what the go command says of a package.
type listed struct {
	ImportPath, Dir, Name              string
	GoFiles, CgoFiles                  []string
	TestGoFiles, XTestGoFiles, Imports []string
	Module                             *struct{ Path string }
}

// openRepo looks at the module that "DIR" or "DIR=PATTERN,…" names.
func openRepo(ctx context.Context, arg string) (*repo, error) {
	dir, patterns, ok := strings.Cut(arg, "=")
	if !ok {
		patterns = "./..."
	}
	dir, err := filepath.Abs(dir)
	if err != nil {
		return nil, err
	}
	r := &repo{name: filepath.Base(dir), dir: dir, patterns: strings.Split(patterns, ",")}
	cmd := exec.CommandContext(ctx, "go", append([]string{"list", "-json=ImportPath,Dir,Name,GoFiles,CgoFiles,TestGoFiles,XTestGoFiles,Imports,Module"}, r.patterns...)...)
	cmd.Dir = dir
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if err != nil {
		return nil, fmt.Errorf("go list: %w\n%s", err, stderr.Bytes())
	}
	var pkgs []listed
	for dec := json.NewDecoder(bytes.NewReader(out)); ; {
		var p listed
		if err := dec.Decode(&p); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			return nil, err
		}
		pkgs = append(pkgs, p)
	}
	if len(pkgs) == 0 || pkgs[0].Module == nil {
		return nil, errors.New("no packages of a module")
	}
	r.module, r.packages = pkgs[0].Module.Path, len(pkgs)
	r.leaf, r.hub = leafAndHub(pkgs)
	if head, err := exec.CommandContext(ctx, "git", "-C", dir, "rev-parse", "--short=12", "HEAD").Output(); err == nil {
		r.commit = strings.TrimSpace(string(head))
	}
	return r, r.countLines(pkgs)
}

func (r *repo) countLines(pkgs []listed) error {
	count := func(dir string, files ...[]string) (int, error) {
		n := 0
		for _, f := range slices.Concat(files...) {
			text, err := os.ReadFile(filepath.Join(dir, f))
			if err != nil {
				return 0, err
			}
			n += bytes.Count(text, []byte("\n"))
		}
		return n, nil
	}
	for _, p := range pkgs {
		n, err := count(p.Dir, p.GoFiles, p.CgoFiles)
		if err != nil {
			return err
		}
		t, err := count(p.Dir, p.TestGoFiles, p.XTestGoFiles)
		if err != nil {
			return err
		}
		r.lines += n
		r.testLines += t
	}
	return nil
}

// leafAndHub returns a file of a package that no other imports, and one of
// the package that most others import; "" if there is none. Of several leaves
// it takes the one with most imports, whose facts and types come from the
// largest part of the module.
func leafAndHub(pkgs []listed) (leaf, hub string) {
	importers := map[string]int{}
	for _, p := range pkgs {
		for _, path := range p.Imports {
			importers[path]++
		}
	}
	most, largest := 0, -1
	for _, p := range pkgs {
		if len(p.GoFiles) == 0 {
			continue
		}
		file := filepath.Join(p.Dir, p.GoFiles[0])
		if n := importers[p.ImportPath]; n > most {
			most, hub = n, file
		} else if n == 0 && len(p.Imports) > largest {
			largest, leaf = len(p.Imports), file
		}
	}
	return leaf, hub
}
