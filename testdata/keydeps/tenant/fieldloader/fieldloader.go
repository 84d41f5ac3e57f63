// The loader is a field that was set before; it is given the tenant beside the key.
package fieldloader

import (
	"sync"
)

type Memo struct {
	vals sync.Map
	load func(realm, name string) (string, error)
}

func (m *Memo) Get(realm, name string) (string, error) {
	if v, ok := m.vals.Load(name); ok {
		return v.(string), nil
	}
	v, err := m.load(realm, name)
	if err != nil {
		return "", err
	}
	actual, _ := m.vals.LoadOrStore(name, v) // want `value cached under "\{name\}" depends on realm`
	return actual.(string), nil
}
