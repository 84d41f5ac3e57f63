// otter: computed if absent; the tenant is captured.
package compute

import (
	"github.com/maypok86/otter/v2"
)

type Repo struct {
	cache *otter.Cache[int64, []string]
	find  func(projectID string, id int64) []string
}

func (r *Repo) Tags(projectID string, id int64) []string {
	v, _ := r.cache.ComputeIfAbsent(id, func() ([]string, bool) { // want `value cached under "\{id\}" depends on projectID`
		tags := r.find(projectID, id)
		return tags, len(tags) == 0
	})
	return v
}
