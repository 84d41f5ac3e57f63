// Tasks that run, by name: the one that takes another's place is started by a function literal.
package taskgo

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
	mu    sync.Mutex
	block chan struct{}
	tasks map[string]Task
	make  func(orgID string, rule *Rule) (Task, error)
}

func (m *Manager) add(ctx context.Context, orgID string, rule *Rule, name string) error {
	t, err := m.make(orgID, rule)
	if err != nil {
		return err
	}
	if _, ok := m.tasks[name]; ok {
		return errors.New("exists")
	}
	go func() {
		<-m.block
		t.Run(ctx)
	}()
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
	go func() {
		<-m.block
		t.Run(ctx)
	}()
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
