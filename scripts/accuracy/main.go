// Accuracy compares tenantkey with call sites that were read by hand.
//
//	go run ./scripts/accuracy [-misses N] [-keep DIR] [REPOSITORY...]
//
// It builds tenantkey, runs "tenantkey keys" on a checkout of each repository
// that has labels, and lets the score program compare the two: call sites
// found, templates and tenant verdicts that agree, sites reported of those
// that deserve it, false alarms. Nothing is downloaded but modules, by the go
// command.
//
// Three directories are found through the environment:
//
//	TENANTKEY_REPOS   checkouts, one directory a repository (.cache/repos)
//	TENANTKEY_LABELS  NAME.jsonl with the labels of the checkout NAME, registry/NAME.yaml with its policy (../shared/labels)
//	TENANTKEY_SCORE   the score program (score, beside the directory of labels)
package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"syscall"
)

// A config is where things lie and what is wanted.
type config struct {
	repos, labels, score string
	misses               int    // how many misses to print per repository
	keep                 string // directory for the inventories, "" for a temporary one
	names                []string
}

func main() {
	c := config{
		repos:  getenv("TENANTKEY_REPOS", filepath.Join(".cache", "repos")),
		labels: getenv("TENANTKEY_LABELS", filepath.Join("..", "shared", "labels")),
	}
	c.score = getenv("TENANTKEY_SCORE", filepath.Join(filepath.Dir(filepath.Clean(c.labels)), "score"))
	flag.IntVar(&c.misses, "misses", 0, "print up to `N` sites of each repository where labels and tenantkey differ")
	flag.StringVar(&c.keep, "keep", "", "leave the inventories in `DIR`")
	flag.Parse()
	c.names = flag.Args()

	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	if err := run(ctx, c); err != nil {
		fmt.Fprintln(os.Stderr, "accuracy:", err)
		os.Exit(2)
	}
}

func getenv(name, otherwise string) string {
	if s := os.Getenv(name); s != "" {
		return s
	}
	return otherwise
}

func run(ctx context.Context, c config) error {
	labels, err := findLabels(c.labels, c.names)
	if err != nil {
		return err
	}
	work, err := os.MkdirTemp("", "accuracy")
	if err != nil {
		return err
	}
	defer os.RemoveAll(work)
	bin := filepath.Join(work, "tenantkey")
	build := exec.CommandContext(ctx, "go", "build", "-o", bin, "./cmd/tenantkey")
	build.Stderr = os.Stderr
	if err := build.Run(); err != nil {
		return fmt.Errorf("building tenantkey: %w", err)
	}
	out := work
	if c.keep != "" {
		out = c.keep
		if err := os.MkdirAll(out, 0o777); err != nil {
			return err
		}
	}

	var all []measured
	for _, l := range labels {
		m, err := measure(ctx, c, bin, out, l)
		if err != nil {
			return fmt.Errorf("%s: %w", l.name, err)
		}
		all = append(all, m)
	}
	if len(all) > 1 {
		m, err := together(ctx, c, out, all)
		if err != nil {
			return err
		}
		all = append(all, m)
	}
	fmt.Print(table(all))
	for _, m := range all {
		for _, s := range m.misses {
			fmt.Printf("%s:%s\n", m.name, s)
		}
	}
	return nil
}
