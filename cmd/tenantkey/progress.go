package main

import (
	"fmt"
	"io"
	"sync"
	"time"
)

// progress is the line that shows how far the work is, on a terminal only.
type progress struct {
	w     io.Writer // nil off a terminal
	mu    sync.Mutex
	last  time.Time
	shown bool
}

func (a *app) newProgress() *progress {
	p := &progress{last: time.Now()}
	if terminal(a.stderr) {
		p.w = a.stderr
	}
	return p
}

// update shows the count, not so often that showing it costs something.
func (p *progress) update(done, total int) {
	if p.w == nil {
		return
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	if now := time.Now(); now.Sub(p.last) > 100*time.Millisecond {
		fmt.Fprintf(p.w, "\r\x1b[K%d of %s", done, plural(total, "package"))
		p.last, p.shown = now, true
	}
}

func (p *progress) clear() {
	if p.shown {
		fmt.Fprint(p.w, "\r\x1b[K")
	}
}
