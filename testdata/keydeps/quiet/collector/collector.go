// Labels that a Prometheus collector shows: nobody gets them as data.
package collector

import (
	"sync"

	"github.com/prometheus/client_golang/prometheus"
)

type Sync struct {
	ResourceID string
	Workspace  string
	Labels     map[string]string
}

type Find struct {
	Workspace  string
	ResourceID string
}

type Store struct {
	find   func(Find) (*Sync, error)
	create func(*Sync) (*Sync, error)
}

// Metrics keeps the labels of what was synchronised last.
type Metrics struct {
	mu     sync.Mutex
	labels map[string]map[string]string
}

func (*Metrics) Describe(chan<- *prometheus.Desc) {}

func (m *Metrics) Collect(ch chan<- prometheus.Metric) {
	m.mu.Lock()
	defer m.mu.Unlock()
	for id, labels := range m.labels {
		desc := prometheus.NewDesc("syncs_total", "Syncs.", nil, labels)
		ch <- prometheus.MustNewConstMetric(desc, prometheus.CounterValue, float64(len(id)))
	}
}

func (m *Metrics) Record(s *Sync) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.labels[s.ResourceID] = s.Labels
}

type Manager struct {
	store   *Store
	metrics *Metrics
}

func (m *Manager) Sync(asked *Sync) error {
	s, err := m.store.find(Find{Workspace: asked.Workspace, ResourceID: asked.ResourceID})
	if err != nil {
		return err
	}
	if s == nil {
		s, err = m.store.create(&Sync{Workspace: asked.Workspace, ResourceID: asked.ResourceID, Labels: asked.Labels})
		if err != nil {
			return err
		}
	}
	m.metrics.Record(s)
	return nil
}
