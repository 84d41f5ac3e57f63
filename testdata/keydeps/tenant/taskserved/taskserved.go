// A map of reports by name, looked up in a helper that hands out what it finds.
package taskserved

import "sync"

type Report struct{ Lines []string }

type Reports struct {
	mu      sync.Mutex
	reports map[string]*Report
	build   func(orgID, name string) (*Report, error)
}

func (r *Reports) find(name string) (*Report, bool) {
	rep, ok := r.reports[name]
	return rep, ok
}

func (r *Reports) Get(orgID, name string) (*Report, error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if rep, ok := r.find(name); ok {
		return rep, nil
	}
	rep, err := r.build(orgID, name)
	if err != nil {
		return nil, err
	}
	r.reports[name] = rep // want `value cached under "{name}" depends on orgID`
	return rep, nil
}

// Title looks first whether there is a report, and serves it by a second look.
func (r *Reports) Title(orgID, name string) (string, error) {
	if _, ok := r.reports[name]; !ok {
		rep, err := r.build(orgID, name)
		if err != nil {
			return "", err
		}
		r.reports[name] = rep // want `value cached under "{name}" depends on orgID`
	}
	return r.reports[name].Lines[0], nil
}
