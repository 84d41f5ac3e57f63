// Running tasks behind an interface: whoever replaces one stops it and takes its state over; it is served to nobody.
package taskstate

import (
	"context"
	"errors"
	"sync"
)

type Rule struct{ Name, Query string }

type Task interface {
	Run(ctx context.Context)
	Stop()
	CopyState(from Task)
}

type Manager struct {
	mu      sync.Mutex
	tasks   map[string]Task
	cancels sync.Map
	make    func(orgID string, rule *Rule) (Task, error)
}

func (m *Manager) add(ctx context.Context, orgID string, rule *Rule, name string) error {
	t, err := m.make(orgID, rule)
	if err != nil {
		return err
	}
	_, ok := m.tasks[name]
	if ok {
		return errors.New("exists")
	}
	go t.Run(ctx)
	m.tasks[name] = t
	return nil
}

func (m *Manager) edit(ctx context.Context, orgID string, rule *Rule, name string) error {
	t, err := m.make(orgID, rule)
	if err != nil {
		return err
	}
	old, ok := m.tasks[name]
	delete(m.tasks, name)
	if ok {
		old.Stop()
		t.CopyState(old)
	}
	go t.Run(ctx)
	m.tasks[name] = t
	return nil
}

func (m *Manager) Sync(ctx context.Context, orgID string, rule *Rule, name string) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	if _, ok := m.tasks[name]; !ok {
		return m.add(ctx, orgID, rule, name)
	}
	return m.edit(ctx, orgID, rule, name)
}

// Watch keeps what ends the watch before this one.
func (m *Manager) Watch(ctx context.Context, orgID, name string, watch func(ctx context.Context, orgID string)) {
	if old, ok := m.cancels.Load(name); ok {
		old.(context.CancelFunc)()
		m.cancels.Delete(name)
		return
	}
	ctx, cancel := context.WithCancel(context.WithValue(ctx, orgKey{}, orgID))
	m.cancels.Store(name, cancel)
	go watch(ctx, orgID)
}

type orgKey struct{}
