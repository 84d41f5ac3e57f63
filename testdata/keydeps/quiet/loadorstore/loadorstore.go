// Who came first, and a lock for each id: LoadOrStore is only asked whether there was one.
package loadorstore

import "sync"

type job struct{ tenantID string }

func (j *job) run() {}

type Jobs struct {
	running, locks sync.Map
}

func (j *Jobs) Start(tenantID, id string) {
	mu, _ := j.locks.LoadOrStore(id, new(sync.Mutex))
	mu.(*sync.Mutex).Lock()
	defer mu.(*sync.Mutex).Unlock()
	x := &job{tenantID: tenantID}
	if _, running := j.running.LoadOrStore(id, x); !running {
		x.run()
	}
}
