package main

import (
	"bytes"
	"cmp"
	"context"
	_ "embed"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
	"time"
)

// modules.txt lists what is analysed, one a line: std, cmd, goroot, ssa, or a
// module with its version.
//
//go:embed modules.txt
var modules string

func main() {
	var (
		one     = flag.String("child", "", "analyse the packages of the module in `DIR` in this process")
		timeout = flag.Duration("timeout", time.Hour, "how long one corpus may take, compiling included")
	)
	flag.Parse()
	if *one != "" {
		o, err := child(*one, flag.Args())
		if err == nil {
			err = json.NewEncoder(os.Stdout).Encode(o)
		}
		if err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(2)
		}
		return
	}
	names := flag.Args()
	if len(names) == 0 {
		names = strings.Fields(modules)
	}
	fmt.Printf("%s, %s/%s, GOMAXPROCS=1\n\n", runtime.Version(), runtime.GOOS, runtime.GOARCH)
	fmt.Println("| corpus | packages | do not compile | panics | CPU s | worst package, CPU s | over 10 s | peak MB |")
	fmt.Println("|---|--:|--:|--:|--:|---|--:|--:|")
	bad := false
	for _, name := range names {
		o, mb, err := run(name, *timeout)
		if err != nil {
			fmt.Printf("| %s | not done: %s |\n", name, strings.Join(strings.Fields(err.Error()), " "))
			bad = bad || strings.Contains(err.Error(), "panic")
			continue
		}
		fmt.Printf("| %s | %d | %d | %d | %.0f | %s %.1f | %d | %d |\n",
			name, o.Packages, o.Broken, len(o.Panics), o.CPU.Seconds(), cmp.Or(o.WorstPkg, "*"), o.Worst.Seconds(), len(o.Slow), mb)
		for _, why := range append(o.Panics, o.Slow...) {
			fmt.Fprintln(os.Stderr, why)
			bad = true
		}
		if o.Builder > 0 {
			fmt.Fprintf(os.Stderr, "%s: the SSA builder panicked on %d packages\n", name, o.Builder)
		}
	}
	if bad {
		os.Exit(1)
	}
}

// run analyses a corpus in a child process, and returns what became of it and
// the memory at its peak.
func run(name string, timeout time.Duration) (*outcome, int64, error) {
	dir, err := os.MkdirTemp("", "torture")
	if err != nil {
		return nil, 0, err
	}
	defer os.RemoveAll(dir)
	dir = filepath.Join(dir, "m")
	if err := os.Mkdir(dir, 0o777); err != nil {
		return nil, 0, err
	}
	c, err := prepare(name, dir)
	if err != nil {
		return nil, 0, err
	}
	self, err := os.Executable()
	if err != nil {
		return nil, 0, err
	}
	ctx, cancel := context.WithTimeout(context.Background(), timeout)
	defer cancel()
	cmd := exec.CommandContext(ctx, self, append([]string{"-child", c.dir}, c.patterns...)...)
	cmd.Env = append(append(os.Environ(), "GOWORK=off"), c.env...)
	var stdout, stderr bytes.Buffer
	cmd.Stdout, cmd.Stderr = &stdout, &stderr
	if err := cmd.Run(); err != nil {
		if ctx.Err() != nil {
			err = fmt.Errorf("stopped after %v", timeout)
		}
		return nil, 0, fmt.Errorf("%w: %.500s", err, stderr.String())
	}
	o := &outcome{}
	if err := json.Unmarshal(stdout.Bytes(), o); err != nil {
		return nil, 0, err
	}
	return o, peak(cmd.ProcessState.SysUsage()), nil
}

// peak is the most memory that a process had, in MB. Linux counts in KB.
func peak(usage any) int64 {
	u, ok := usage.(*syscall.Rusage)
	if !ok {
		return 0
	}
	if runtime.GOOS == "darwin" {
		return u.Maxrss >> 20
	}
	return u.Maxrss >> 10
}
