package driver

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"sync"
	"time"
)

// patience is how long a package may take before -debug says that it is still
// being worked on.
const patience = 10 * time.Second

// A queue hands out units, each after those that it imports.
type queue struct {
	ready chan *unit

	mu      sync.Mutex
	waiting map[*unit]int       // imports that are not done
	working map[*unit]time.Time // since when
	total   int
	done    int
}

func newQueue(units []*unit) *queue {
	q := &queue{
		ready:   make(chan *unit, len(units)),
		waiting: make(map[*unit]int, len(units)),
		working: map[*unit]time.Time{},
		total:   len(units),
	}
	for _, u := range units {
		q.waiting[u] = len(u.deps)
		if len(u.deps) == 0 {
			q.ready <- u
		}
	}
	if len(units) == 0 {
		close(q.ready)
	}
	return q
}

func (q *queue) begin(u *unit) {
	q.mu.Lock()
	defer q.mu.Unlock()
	q.working[u] = time.Now()
}

// finish makes u's importers ready, and returns how many units are done.
func (q *queue) finish(u *unit) int {
	q.mu.Lock()
	defer q.mu.Unlock()
	delete(q.working, u)
	q.done++
	for _, user := range u.users {
		if q.waiting[user]--; q.waiting[user] == 0 {
			q.ready <- user
		}
	}
	if q.done == q.total {
		close(q.ready)
	}
	return q.done
}

// at names the units that are being worked on for at least d.
func (q *queue) at(d time.Duration) []string {
	q.mu.Lock()
	defer q.mu.Unlock()
	var ids []string
	for u, since := range q.working {
		if time.Since(since) >= d {
			ids = append(ids, u.pkg.ID)
		}
	}
	slices.Sort(ids)
	return ids
}

// schedule analyses the units on a number of goroutines. When ctx ends it does
// not wait for the packages that are being worked on, but names them.
func (r *runner) schedule(ctx context.Context, workers int) error {
	q := newQueue(r.units)
	var wg sync.WaitGroup
	for range min(workers, len(r.units)) {
		wg.Go(func() {
			for u := range q.ready {
				if ctx.Err() != nil {
					return
				}
				q.begin(u)
				r.analyse(u)
				done := q.finish(u)
				if r.Progress != nil {
					r.Progress(done, q.total)
				}
			}
		})
	}
	all := make(chan struct{})
	go func() {
		wg.Wait()
		close(all)
	}()
	tick := time.NewTicker(patience)
	defer tick.Stop()
	for {
		select {
		case <-all:
			return ctx.Err()
		case <-ctx.Done():
			return fmt.Errorf("stopped while analysing %s: %w", strings.Join(q.at(0), ", "), ctx.Err())
		case <-tick.C:
			if ids := q.at(patience); len(ids) > 0 {
				r.debugf("still analysing %s", strings.Join(ids, ", "))
			}
		}
	}
}
