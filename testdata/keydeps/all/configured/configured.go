// What a configuration says that is handed in is an input, but its project is no tenant.
package configured

import "sync"

type StreamConfig struct{ ProjectID, Dataset string }

type Manager struct {
	mu      sync.Mutex
	writers map[string]string
	open    func(projectID, dataset, table string) (string, error)
	connect func(cfg *StreamConfig, table string) (string, error)
}

func (m *Manager) Writer(cfg StreamConfig, table string) (string, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if w, ok := m.writers[table]; ok {
		return w, nil
	}
	w, err := m.open(cfg.ProjectID, cfg.Dataset, table)
	if err == nil {
		m.writers[table] = w // want `depends on cfg.ProjectID`
	}
	return w, err
}

func (m *Manager) Connected(cfg *StreamConfig, table string) (string, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if w, ok := m.writers[table]; ok {
		return w, nil
	}
	w, err := m.connect(cfg, table)
	if err == nil {
		m.writers[table] = w // want `depends on cfg`
	}
	return w, err
}
