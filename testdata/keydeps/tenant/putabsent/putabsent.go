// Two tenants' entries have one name: the second is answered with the first one's.
package putabsent

type Entry struct{ TenantID, Name string }

type Set struct {
	found map[string]*Entry
	find  func(q Query) []string
	lists map[string][]string
}

func (s *Set) Add(tenantID, name string) *Entry {
	if old, ok := s.found[name]; ok {
		return old
	}
	e := &Entry{tenantID, name}
	s.found[name] = e // want `depends on tenantID`
	return e
}

type Query struct{ TenantID, Name string }

func (s *Set) AddList(name string, q Query) []string {
	if old, ok := s.lists[name]; ok {
		return old
	}
	l := s.find(q)
	s.lists[name] = l // want `depends on q.TenantID`
	return l
}
