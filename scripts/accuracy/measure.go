package main

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"time"
)

// A measured is what the score program said of a repository.
type measured struct {
	name, commit      string
	labels, inventory string        // files
	took              time.Duration // of the inventory
	left              []string      // packages that do not load
	numbers           []string      // found, templates, verdicts, reported, false alarms
	misses            []string
}

// measure takes the inventory of a checkout and scores it.
func measure(ctx context.Context, c config, bin, out string, l labelled) (measured, error) {
	m := measured{name: l.name, commit: l.commit, labels: l.file, inventory: filepath.Join(out, l.name+".inventory.jsonl")}
	checkout := filepath.Join(c.repos, l.name)
	if err := sameCommit(ctx, checkout, l.commit); err != nil {
		return m, err
	}
	roots, err := moduleRoots(checkout, l.files)
	if err != nil {
		return m, err
	}
	w, err := os.Create(m.inventory)
	if err != nil {
		return m, err
	}
	defer w.Close()
	start := time.Now()
	for _, root := range roots {
		left, err := takeInventory(ctx, bin, checkout, root, l.registry, w)
		if err != nil {
			return m, err
		}
		m.left = append(m.left, left...)
	}
	m.took = time.Since(start)
	if err := w.Close(); err != nil {
		return m, err
	}
	return m, m.score(ctx, c)
}

// sameCommit complains if a checkout is at another commit than the labels.
// One without a repository of its own (an unpacked archive) can't be asked.
func sameCommit(ctx context.Context, checkout, commit string) error {
	if _, err := os.Stat(checkout); err != nil {
		return fmt.Errorf("no checkout: set TENANTKEY_REPOS: %w", err)
	}
	if _, err := os.Stat(filepath.Join(checkout, ".git")); err != nil {
		return nil
	}
	head, err := exec.CommandContext(ctx, "git", "-C", checkout, "rev-parse", "HEAD").Output()
	if err != nil {
		return fmt.Errorf("asking git for the commit of %s: %w", checkout, err)
	}
	if got := strings.TrimSpace(string(head)); got != commit {
		return fmt.Errorf("%s is at %s, the labels are for %s", checkout, got, commit)
	}
	return nil
}

// together scores all repositories as one: their labels and inventories one
// after the other, with the repository's name before each file's.
func together(ctx context.Context, c config, out string, all []measured) (measured, error) {
	m := measured{name: "all", labels: filepath.Join(out, "all.labels.jsonl"), inventory: filepath.Join(out, "all.inventory.jsonl")}
	labels, err := os.Create(m.labels)
	if err != nil {
		return m, err
	}
	defer labels.Close()
	inventory, err := os.Create(m.inventory)
	if err != nil {
		return m, err
	}
	defer inventory.Close()
	for _, one := range all {
		m.took += one.took
		if err := prefix(one.labels, one.name, labels); err != nil {
			return m, err
		}
		if err := prefix(one.inventory, one.name, inventory); err != nil {
			return m, err
		}
	}
	c.misses = 0 // each repository has printed its own
	return m, m.score(ctx, c)
}

// score runs the score program, whose first line is the numbers, each with a
// name in front, and whose other lines are the misses.
func (m *measured) score(ctx context.Context, c config) error {
	cmd := exec.CommandContext(ctx, c.score, m.labels, m.inventory, "--misses", strconv.Itoa(c.misses))
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if err != nil {
		return fmt.Errorf("the score program (TENANTKEY_SCORE): %w\n%s", err, stderr.Bytes())
	}
	lines := strings.Split(strings.TrimRight(string(out), "\n"), "\n")
	m.numbers, err = numbers(lines[0])
	m.misses = lines[1:]
	return err
}

// columns is the names that the score program gives its numbers.
var columns = []string{"found", "templates", "tenant verdict", "reported of those that deserve it", "false alarms"}

// numbers splits "found 1/2 50.0% | templates …" into what comes after the
// names.
func numbers(line string) ([]string, error) {
	parts := strings.Split(line, " | ")
	if len(parts) != len(columns) {
		return nil, fmt.Errorf("the score program says %q: want %d numbers", line, len(columns))
	}
	for i, name := range columns {
		n, ok := strings.CutPrefix(parts[i], name+" ")
		if !ok {
			return nil, fmt.Errorf("the score program says %q: want %q", parts[i], name)
		}
		parts[i] = n
	}
	return parts, nil
}
