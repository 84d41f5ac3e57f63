package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// A labelled is the labels of one repository.
type labelled struct {
	name     string // of the file of labels, and of the checkout
	file     string
	registry string
	commit   string
	files    []string // that have labels, relative to the repository's root, sorted
}

// findLabels reads the files of labels in dir, all or those that are named.
func findLabels(dir string, names []string) ([]labelled, error) {
	files, err := filepath.Glob(filepath.Join(dir, "*.jsonl"))
	if err != nil {
		return nil, err
	}
	var out []labelled
	for _, file := range files {
		name := strings.TrimSuffix(filepath.Base(file), ".jsonl")
		if len(names) > 0 && !slices.Contains(names, name) {
			continue
		}
		l, err := readLabels(name, file)
		if err != nil {
			return nil, err
		}
		l.registry = filepath.Join(dir, "registry", name+".yaml")
		out = append(out, l)
	}
	if len(out) == 0 || len(names) > 0 && len(out) != len(names) {
		return nil, fmt.Errorf("%s does not have the labels that are asked for: set TENANTKEY_LABELS", dir)
	}
	return out, nil
}

func readLabels(name, file string) (labelled, error) {
	l := labelled{name: name, file: file}
	err := eachLine(file, func(line []byte) error {
		var label struct{ Commit, File string }
		if err := json.Unmarshal(line, &label); err != nil {
			return err
		}
		if l.commit != "" && l.commit != label.Commit {
			return fmt.Errorf("labels of two commits, %s and %s", l.commit, label.Commit)
		}
		l.commit = label.Commit
		l.files = append(l.files, label.File)
		return nil
	})
	slices.Sort(l.files)
	l.files = slices.Compact(l.files)
	return l, err
}

// eachLine calls f with each line of a file that is not empty.
func eachLine(file string, f func(line []byte) error) error {
	in, err := os.Open(file)
	if err != nil {
		return err
	}
	defer in.Close()
	s := bufio.NewScanner(in)
	s.Buffer(nil, 16<<20) // an inventory's line lists all the keys of one call
	for n := 1; s.Scan(); n++ {
		if line := bytes.TrimSpace(s.Bytes()); len(line) > 0 {
			if err := f(line); err != nil {
				return fmt.Errorf("%s:%d: %w", file, n, err)
			}
		}
	}
	return s.Err()
}

// moduleRoots returns the modules that the labels lie in, as directories
// relative to the checkout, sorted.
func moduleRoots(checkout string, files []string) ([]string, error) {
	var roots []string
	for _, file := range files {
		if _, err := os.Stat(filepath.Join(checkout, filepath.FromSlash(file))); err != nil {
			return nil, fmt.Errorf("the checkout is not the one that was labelled: %w", err)
		}
		root, err := moduleRoot(checkout, filepath.Dir(filepath.FromSlash(file)))
		if err != nil {
			return nil, err
		}
		roots = append(roots, root)
	}
	slices.Sort(roots)
	return slices.Compact(roots), nil
}

func moduleRoot(checkout, dir string) (string, error) {
	for d := dir; ; d = filepath.Dir(d) {
		if _, err := os.Stat(filepath.Join(checkout, d, "go.mod")); err == nil {
			return d, nil
		}
		if d == "." {
			return "", fmt.Errorf("%s is in no module", dir)
		}
	}
}
