//go:build unix

// Package cputime tells what this process has used of its processors: what an
// analysis costs on a machine that others use too.
package cputime

import (
	"syscall"
	"time"
)

// Used returns the user and system time of this process so far, of all its
// threads, from getrusage(2).
func Used() time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		panic(err) // no reason that getrusage(2) lists is possible here
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}
