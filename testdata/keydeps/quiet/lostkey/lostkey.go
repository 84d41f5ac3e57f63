// A wrapper of another package puts its key into an entry that is made out of sight: what the key has is not known here.
package lostkey

import "example.com/keydeps/lib/sampler"

type Metric struct{ WorkspaceID, Name string }

func Sampled(s *sampler.Sampler, m Metric) bool {
	key := m.WorkspaceID + "/" + m.Name
	if s.Get(key) {
		return true
	}
	s.Put(key)
	return false
}
