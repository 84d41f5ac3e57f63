// What a request or a row says is another for each caller, whatever it is called.
package asked

import "sync"

type Stream struct{ ProjectID, Dataset string }

type Manager struct {
	mu      sync.Mutex
	writers map[string]string
	open    func(projectID, dataset, table string) (string, error)
}

type IDs struct {
	project string
	ids     *sync.Map
	read    func(project, name string) (string, error)
}

func New(project string, ids *sync.Map) *IDs { return &IDs{project: project, ids: ids} }

func (m *Manager) Writer(s Stream, table string) (string, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if w, ok := m.writers[table]; ok {
		return w, nil
	}
	w, err := m.open(s.ProjectID, s.Dataset, table)
	if err == nil {
		m.writers[table] = w // want `value cached under "\{table\}" depends on s.ProjectID`
	}
	return w, err
}

func (m *IDs) ID(name string) (string, error) {
	if v, ok := m.ids.Load(name); ok {
		return v.(string), nil
	}
	v, err := m.read(m.project, name)
	if err == nil {
		m.ids.Store(name, v) // want `depends on m.project`
	}
	return v, err
}
