package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"strings"
)

// loadable returns the packages of the module in dir to lint: "./..." if all
// of them load, else each one that does, and those that don't.
func loadable(ctx context.Context, dir string) (patterns, left []string, err error) {
	cmd := exec.CommandContext(ctx, "go", "list", "-e", "-f", "{{.ImportPath}} {{if or .Error .DepsErrors}}bad{{end}}", "./...")
	cmd.Dir = dir
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if err != nil {
		return nil, nil, fmt.Errorf("go list: %w\n%s", err, stderr.Bytes())
	}
	for line := range strings.Lines(string(out)) {
		path, bad, _ := strings.Cut(strings.TrimSpace(line), " ")
		if bad != "" {
			left = append(left, path)
		} else {
			patterns = append(patterns, path)
		}
	}
	if len(left) == 0 {
		patterns = []string{"./..."}
	}
	return patterns, left, nil
}

// takeInventory runs "tenantkey keys" in a module of a checkout and appends
// what it prints to w, with file names relative to the checkout.
func takeInventory(ctx context.Context, bin, checkout, root, registry string, w io.Writer) (left []string, err error) {
	dir := filepath.Join(checkout, root)
	patterns, left, err := loadable(ctx, dir)
	if err != nil {
		return nil, err
	}
	registry, err = filepath.Abs(registry)
	if err != nil {
		return nil, err
	}
	printed, err := os.CreateTemp("", "inventory")
	if err != nil {
		return nil, err
	}
	defer os.Remove(printed.Name())
	defer printed.Close()
	cmd := exec.CommandContext(ctx, bin, append([]string{"keys", "-format=json", "-registry=" + registry}, patterns...)...)
	cmd.Dir = dir
	cmd.Stdout, cmd.Stderr = printed, os.Stderr
	if err := cmd.Run(); err != nil {
		return nil, fmt.Errorf("tenantkey keys: %w", err)
	}
	return left, prefix(printed.Name(), filepath.ToSlash(root), w)
}

// prefix copies JSON objects, one a line, and puts dir before the file that
// each of them names.
func prefix(file, dir string, w io.Writer) error {
	return eachLine(file, func(line []byte) error {
		var object map[string]json.RawMessage
		if err := json.Unmarshal(line, &object); err != nil {
			return err
		}
		var name string
		if err := json.Unmarshal(object["file"], &name); err != nil {
			return err
		}
		quoted, err := json.Marshal(path.Join(dir, name))
		if err != nil {
			return err
		}
		object["file"] = quoted
		line, err = json.Marshal(object)
		if err != nil {
			return err
		}
		_, err = w.Write(append(line, '\n'))
		return err
	})
}
