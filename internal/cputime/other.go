//go:build !unix

package cputime

import "time"

var start = time.Now()

// Used returns the wall time since the process began: there is no getrusage
// here.
func Used() time.Duration { return time.Since(start) }
