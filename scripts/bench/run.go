package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
)

// A row is the cost of a tool in a state on a repository.
type row struct {
	Repo  string
	Lines int // of the repository, with tests
	Tool  string
	Title string
	State state
	sample
	Runs   int
	Failed string `json:",omitempty"` // why there are no numbers
}

// measureRepo measures every tool that is wanted on a repository.
func measureRepo(ctx context.Context, c config, bin string, r *repo) ([]row, error) {
	base := filepath.Join(c.cache, r.name, "base")
	if err := warmUp(ctx, c, r, base); err != nil {
		return nil, err
	}
	if err := readTree(base); err != nil {
		return nil, err
	}
	var rows []row
	for _, y := range yardsticks {
		if !wanted(c.only, y.name) {
			continue
		}
		p := place{filepath.Join(c.cache, r.name, y.name)}
		m := &bencher{config: c, repo: r, place: p, base: base, yardstick: y, cmd: command{dir: r.dir, env: p.environ(), args: y.args(bin, r), good: y.good}}
		for _, s := range y.states {
			if s == fresh && !c.fresh || s != fresh && !wanted(c.states, string(s)) {
				continue
			}
			x := m.row(ctx, s)
			if ctx.Err() != nil {
				return nil, ctx.Err()
			}
			fmt.Fprintln(os.Stderr, r.name, y.name, s, x.Wall, x.Failed)
			rows = append(rows, x)
		}
		if err := os.RemoveAll(p.dir); err != nil {
			return nil, err
		}
	}
	return rows, nil
}

// warmUp fills a build cache with the export data of all packages and their
// tests, and with nothing of any tool.
func warmUp(ctx context.Context, c config, r *repo, base string) error {
	done := base + ".done"
	if _, err := os.Stat(done); err == nil {
		return nil
	}
	env := append(os.Environ(), "GOCACHE="+base, "GOFLAGS=-buildvcs=false")
	args := append([]string{"go", "list", "-deps", "-test", "-export", "-f={{.Export}}"}, r.patterns...)
	s, err := measure(ctx, command{dir: r.dir, env: env, args: args})
	if err != nil {
		return fmt.Errorf("filling the build cache: %w", err)
	}
	fmt.Fprintln(os.Stderr, r.name, "build cache filled in", s.Wall)
	return os.WriteFile(done, nil, 0o666)
}

// A bencher measures one tool on one repository.
type bencher struct {
	config
	repo      *repo
	place     place
	base      string // the warm build cache
	yardstick yardstick
	cmd       command
	ready     bool // the place holds the caches of a complete run
}

// row measures the tool in a state.
func (b *bencher) row(ctx context.Context, s state) row {
	x := row{Repo: b.repo.name, Lines: b.repo.lines + b.repo.testLines, Tool: b.yardstick.name, Title: b.yardstick.title, State: s}
	runs := b.runs
	if b.yardstick.heavy || s == fresh {
		runs = 1
	}
	var all []sample
	for range max(runs, 1) {
		got, err := b.once(ctx, s)
		if err != nil {
			x.Failed = err.Error()
			return x
		}
		all = append(all, got)
	}
	x.sample, x.Runs = median(all), len(all)
	return x
}

// once brings the caches into a state and runs the tool.
func (b *bencher) once(ctx context.Context, s state) (sample, error) {
	switch s {
	case fresh, cold:
		warm := b.base
		if s == fresh {
			warm = ""
		}
		b.ready = false
		if err := b.place.fresh(warm); err != nil {
			return sample{}, err
		}
		got, err := b.run(ctx)
		b.ready = err == nil && s == cold
		return got, err
	case warm:
		if err := b.prepare(ctx); err != nil {
			return sample{}, err
		}
		return b.run(ctx)
	default:
		return b.edited(ctx, s)
	}
}

// prepare has the caches filled by a run that does not count.
func (b *bencher) prepare(ctx context.Context) error {
	if b.ready {
		return nil
	}
	if err := b.place.fresh(b.base); err != nil {
		return err
	}
	if len(b.yardstick.states) > 1 { // else it has no cache
		if _, err := b.run(ctx); err != nil {
			return err
		}
	}
	b.ready = true
	return nil
}

// edited runs the tool after an edit of the leaf or the hub.
func (b *bencher) edited(ctx context.Context, s state) (_ sample, err error) {
	if err := b.prepare(ctx); err != nil {
		return sample{}, err
	}
	file := b.repo.leaf
	if s == hub {
		file = b.repo.hub
	}
	if file == "" {
		return sample{}, errors.New("no such package")
	}
	restore, err := edit(file)
	if err != nil {
		return sample{}, err
	}
	defer func() { err = errors.Join(err, restore()) }()
	return b.run(ctx)
}

func (b *bencher) run(ctx context.Context) (sample, error) {
	limited, cancel := context.WithTimeout(ctx, b.timeout)
	defer cancel()
	return measure(limited, b.cmd)
}
