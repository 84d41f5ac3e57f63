// What the configuration of the receiver says was said once, when the process was set up.
package configured

import "sync"

type AuthConfig struct{ Namespace string }

type Manager struct {
	auth *AuthConfig
	ids  *sync.Map
	read func(namespace, name string) (string, error)
}

func New(auth *AuthConfig, ids *sync.Map) *Manager { return &Manager{auth: auth, ids: ids} }

func (m *Manager) ID(name string) (string, error) {
	if v, ok := m.ids.Load(name); ok {
		return v.(string), nil
	}
	v, err := m.read(m.auth.Namespace, name)
	if err == nil {
		m.ids.Store(name, v)
	}
	return v, err
}
