package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os/exec"
	"slices"
	"strings"
	"syscall"
	"time"
)

// A command is a program to run, where and with which environment.
type command struct {
	dir  string
	env  []string
	args []string
	// good is the exit codes that mean that the job was done; linters that
	// find something do not exit with 0.
	good []int
}

// A sample is the cost of one run of a command.
type sample struct {
	Wall time.Duration
	CPU  time.Duration // user and system time, with all child processes
	RSS  int64         // bytes of the largest of its processes, at its peak
	Exit int
	Out  int // lines printed: the findings
}

// measure runs a command and takes its cost from what the kernel counted for
// it and the children that it waited for.
func measure(ctx context.Context, c command) (sample, error) {
	cmd := exec.CommandContext(ctx, c.args[0], c.args[1:]...)
	cmd.Dir, cmd.Env = c.dir, c.env
	// A driver's children must not outlive it when the time is up.
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	cmd.Cancel = func() error { return syscall.Kill(-cmd.Process.Pid, syscall.SIGKILL) }
	var printed lineCounter
	cmd.Stdout, cmd.Stderr = &printed, &printed
	start := time.Now()
	err := cmd.Run()
	s := sample{Wall: time.Since(start)}
	if ctx.Err() != nil {
		return s, ctx.Err()
	}
	var exit *exec.ExitError
	if err != nil && !errors.As(err, &exit) {
		return s, err
	}
	state := cmd.ProcessState
	s.CPU = state.UserTime() + state.SystemTime()
	s.Exit, s.Out = state.ExitCode(), printed.lines
	if usage, ok := state.SysUsage().(*syscall.Rusage); ok {
		s.RSS = usage.Maxrss * maxrssUnit
	}
	if s.Exit != 0 && !slices.Contains(c.good, s.Exit) {
		return s, fmt.Errorf("%s: exit status %d\n%s", strings.Join(c.args, " "), s.Exit, printed.tail)
	}
	return s, nil
}

// maxrssUnit is what getrusage(2) counts memory in: kilobytes on Linux.
const maxrssUnit = 1 << 10

// A lineCounter counts lines and keeps the end of the text, for the message
// when a command fails.
type lineCounter struct {
	lines int
	tail  []byte
}

const tailSize = 2 << 10

func (w *lineCounter) Write(p []byte) (int, error) {
	w.lines += bytes.Count(p, []byte("\n"))
	w.tail = append(w.tail, p...)
	if extra := len(w.tail) - tailSize; extra > 0 {
		w.tail = slices.Delete(w.tail, 0, extra)
	}
	return len(p), nil
}

// median returns the sample in the middle by wall time, with the largest
// memory of all.
func median(all []sample) sample {
	sorted := slices.SortedFunc(slices.Values(all), func(a, b sample) int { return int(a.Wall - b.Wall) })
	m := sorted[len(sorted)/2]
	for _, s := range all {
		m.RSS = max(m.RSS, s.RSS)
	}
	return m
}
