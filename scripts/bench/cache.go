package main

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

// linkTree makes dst a copy of src whose files share their content. The go
// command's build cache stands that: it never writes into an entry that holds
// something else.
func linkTree(src, dst string) error {
	return filepath.WalkDir(src, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		rel, err := filepath.Rel(src, path)
		if err != nil {
			return err
		}
		to := filepath.Join(dst, rel)
		if d.IsDir() {
			return os.MkdirAll(to, 0o777)
		}
		if !d.Type().IsRegular() {
			return nil
		}
		err = os.Link(path, to)
		if errors.Is(err, fs.ErrExist) {
			return nil
		}
		if err != nil {
			return copyFile(path, to) // another file system, or one without links
		}
		return nil
	})
}

func copyFile(src, dst string) error {
	in, err := os.Open(src)
	if err != nil {
		return err
	}
	defer in.Close()
	out, err := os.Create(dst)
	if err != nil {
		return err
	}
	_, err = io.Copy(out, in)
	return errors.Join(err, out.Close())
}

// readTree reads every file below a directory once, so that no tool waits for
// a disk from which others had it read.
func readTree(dir string) error {
	return filepath.WalkDir(dir, func(path string, e fs.DirEntry, err error) error {
		if err != nil || !e.Type().IsRegular() {
			return err
		}
		in, err := os.Open(path)
		if err != nil {
			return err
		}
		defer in.Close()
		_, err = io.Copy(io.Discard, in)
		return err
	})
}

// A place is the caches of one tool on one repository, all in one directory.
type place struct{ dir string }

// environ returns the environment in which every cache is in the place and
// nothing is downloaded.
func (p place) environ() []string {
	return append(os.Environ(),
		"GOCACHE="+filepath.Join(p.dir, "go"),
		"XDG_CACHE_HOME="+filepath.Join(p.dir, "user"), // tenantkey's, and whose has no variable of its own
		"STATICCHECK_CACHE="+filepath.Join(p.dir, "staticcheck"),
		"GOLANGCI_LINT_CACHE="+filepath.Join(p.dir, "golangci-lint"),
		"GOPROXY=off",
		"GOFLAGS=-buildvcs=false",
	)
}

// fresh empties the place and puts a warm build cache into it.
func (p place) fresh(warm string) error {
	if err := os.RemoveAll(p.dir); err != nil {
		return err
	}
	for _, d := range []string{"go", "user"} {
		if err := os.MkdirAll(filepath.Join(p.dir, d), 0o777); err != nil {
			return err
		}
	}
	if warm == "" {
		return nil
	}
	return linkTree(warm, filepath.Join(p.dir, "go"))
}
