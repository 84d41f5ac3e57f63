// Tasks that run, by name: looked for to see whether there is one, or to stop it.
package tasks

import (
	"errors"
	"sync"
)

type Task struct{ OrgID, Rule string }

func (t *Task) Stop() {}

type Manager struct {
	mu    sync.Mutex
	tasks map[string]*Task
	make  func(orgID, rule string) (*Task, error)
}

func (m *Manager) add(orgID, rule, name string) error {
	t, err := m.make(orgID, rule)
	if err != nil {
		return err
	}
	if _, ok := m.tasks[name]; ok {
		return errors.New("exists")
	}
	m.tasks[name] = t
	return nil
}

func (m *Manager) edit(orgID, rule, name string) error {
	t, err := m.make(orgID, rule)
	if err != nil {
		return err
	}
	old, ok := m.tasks[name]
	delete(m.tasks, name)
	if ok {
		old.Stop()
	}
	m.tasks[name] = t
	return nil
}

func (m *Manager) Sync(orgID, rule, name string) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	if _, ok := m.tasks[name]; !ok {
		return m.add(orgID, rule, name)
	}
	return m.edit(orgID, rule, name)
}
