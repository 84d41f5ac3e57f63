package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strings"
	"time"
)

// A binary is the compiled tests of a package, all mutants in them, and the
// process that runs them.
type binary struct {
	path, dir, pkg string
	alone          bool // each test gets a new process

	cmd    *exec.Cmd // nil: none runs
	ask    io.WriteCloser
	answer *bufio.Scanner
	output func() string // the last of it
}

// A verdict is what a test said.
type verdict struct {
	said    string // ok, or why not: fail, timeout, memory, crash, stuck
	took    time.Duration
	reached []int
}

// start starts the process, unless it runs.
func (b *binary) start() error {
	if b.cmd != nil {
		return nil
	}
	r, w, err := os.Pipe()
	if err != nil {
		return err
	}
	defer w.Close()
	cmd := exec.Command(b.path)
	cmd.Dir = b.dir
	cmd.ExtraFiles = []*os.File{w}
	var out tail
	cmd.Stdout, cmd.Stderr = &out, &out
	cmd.WaitDelay = time.Second // a go command that it runs may hold the output
	if b.ask, err = cmd.StdinPipe(); err != nil {
		return err
	}
	if err := cmd.Start(); err != nil {
		return err
	}
	b.cmd, b.answer, b.output = cmd, bufio.NewScanner(r), out.String
	b.answer.Buffer(nil, 1<<20)
	return nil
}

// stop ends the process.
func (b *binary) stop() {
	if b.cmd == nil {
		return
	}
	b.ask.Close()
	b.cmd.Process.Kill()
	b.cmd.Wait()
	b.cmd = nil
}

// patience is how long a test may take on a busy machine that may take so many
// seconds of CPU time, 0 being any number.
func patience(seconds int) time.Duration {
	if seconds == 0 {
		return 30 * time.Minute
	}
	return max(time.Minute, 20*time.Duration(seconds)*time.Second)
}

// run runs a test with a mutant turned on, none being -1. Past a number of
// seconds of CPU time, with much more memory than any test needs, or when it
// takes forever without computing, the test has noticed.
func (b *binary) run(mutant, seconds int, test string) (verdict, error) {
	if err := b.start(); err != nil {
		return verdict{}, err
	}
	if _, err := fmt.Fprintln(b.ask, mutant, seconds, test); err != nil {
		return verdict{}, err
	}
	stuck := time.AfterFunc(patience(seconds), func() { b.cmd.Process.Kill() })
	more := b.answer.Scan()
	v := verdict{said: "crash"}
	switch {
	case !stuck.Stop():
		v.said = "stuck"
	case more:
		err := v.read(b.answer.Text())
		if v.said == "timeout" || v.said == "memory" { // its last word
			b.stop()
		}
		return v, err
	}
	b.stop()
	return v, nil
}

func (v *verdict) read(line string) error {
	in := strings.NewReader(line)
	if _, err := fmt.Fscan(in, &v.said, (*int64)(&v.took)); err != nil {
		return fmt.Errorf("a test answers %q: %w", line, err)
	}
	for {
		var id int
		switch _, err := fmt.Fscan(in, &id); {
		case errors.Is(err, io.EOF):
			return nil
		case err != nil:
			return fmt.Errorf("a test answers %q: %w", line, err)
		}
		v.reached = append(v.reached, id)
	}
}

// A tail keeps the last of what is written to it.
type tail struct{ last []byte }

func (t *tail) Write(p []byte) (int, error) {
	t.last = append(t.last, p...)
	if n := len(t.last) - 4096; n > 0 {
		t.last = t.last[n:]
	}
	return len(p), nil
}

func (t *tail) String() string { return string(t.last) }
