// Package stats counts.
package stats

type Counter interface{ Inc() }

type Stats struct {
	New func(name string, tags map[string]string) Counter
}

func (s *Stats) Tagged(name string, tags map[string]string) Counter { return s.New(name, tags) }
