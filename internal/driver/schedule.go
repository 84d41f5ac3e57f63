package driver

import (
	"context"
	"sync"
)

// schedule analyses the units, each after those that it imports, on a number
// of goroutines.
func (r *runner) schedule(ctx context.Context, workers int) {
	ready := make(chan *unit, len(r.units))
	waiting := make(map[*unit]int, len(r.units))
	for _, u := range r.units {
		waiting[u] = len(u.deps)
		if len(u.deps) == 0 {
			ready <- u
		}
	}
	var (
		mu   sync.Mutex
		done int
		wg   sync.WaitGroup
	)
	finished := func(u *unit) {
		mu.Lock()
		defer mu.Unlock()
		done++
		for _, user := range u.users {
			if waiting[user]--; waiting[user] == 0 {
				ready <- user
			}
		}
		if done == len(r.units) {
			close(ready)
		}
		if r.Progress != nil {
			r.Progress(done, len(r.units))
		}
	}
	if len(r.units) == 0 {
		return
	}
	for range min(workers, len(r.units)) {
		wg.Go(func() {
			for u := range ready {
				if ctx.Err() == nil {
					r.analyse(u)
				}
				finished(u)
			}
		})
	}
	wg.Wait()
}
