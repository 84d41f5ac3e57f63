package analyzer

import "fmt"

// missing: the key has no tenant segment, and is not registered as global.
// Where one path is known to lack it and the others are not known, the key
// lacks it.
func missing(p *policy, j *judgement) *problem {
	if j.reading.verdict == Yes || j.any((*alternative).lacks) == nil {
		return nil
	}
	return &problem{Missing, fmt.Sprintf("cache key %q has no tenant segment: add %s, or register the key as global", j.key(), p.add()), true}
}
