// The map is behind methods of a small cache type.
package mapmethods

import (
	"sync"
)

type memo struct {
	mu sync.Mutex
	m  map[string][]byte
}

func (m *memo) get(k string) ([]byte, bool) {
	m.mu.Lock()
	defer m.mu.Unlock()
	v, ok := m.m[k]
	return v, ok
}

func (m *memo) put(k string, v []byte) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.m[k] = v
}

type Files struct {
	memo memo
	read func(shopID, path string) ([]byte, error)
}

func (f *Files) File(shopID, path string) ([]byte, error) {
	if v, ok := f.memo.get(path); ok {
		return v, nil
	}
	v, err := f.read(shopID, path)
	if err != nil {
		return nil, err
	}
	f.memo.put(path, v) // want `value cached under "\{path\}" depends on shopID`
	return v, nil
}
