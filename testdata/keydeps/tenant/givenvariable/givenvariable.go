// The variable whose address is handed down has the map that all runs share, or
// is kept when the run is over.
package givenvariable

type memo struct {
	byPage map[string]string
	asked  int
}

func (m *memo) get(key, tenantID string, find func(tenantID, page string) (string, error)) (string, error) {
	m.asked++
	if v, ok := m.byPage[key]; ok {
		return v, nil
	}
	v, err := find(tenantID, key)
	if err == nil {
		m.byPage[key] = v
	}
	return v, err
}

type Site struct {
	shared memo
	last   map[string]string
}

func (s *Site) Copied(tenantID, page string, find func(tenantID, page string) (string, error)) (string, error) {
	m := s.shared
	m.asked = 0
	return m.get(page, tenantID, find) // want `depends on tenantID`
}

func newMemo(byPage map[string]string) memo { return memo{byPage: byPage} }

func (s *Site) Kept(tenantID, page string, find func(tenantID, page string) (string, error)) (string, error) {
	m := newMemo(s.last)
	defer func() { s.last = m.byPage }()
	return m.get(page, tenantID, find) // want `depends on tenantID`
}
