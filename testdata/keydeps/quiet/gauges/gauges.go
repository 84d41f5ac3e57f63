// What a metrics package keeps is shown to those who run the program, to nobody's tenants.
package gauges

import "example.com/keydeps/quiet/gauges/metrics"

type Limiter struct {
	pending *metrics.Gauge
	count   func(tenantID string) int
}

func (l *Limiter) Allow(tenantID, method string) bool {
	n := l.count(tenantID)
	return l.pending.Record(n, method) < 100
}
