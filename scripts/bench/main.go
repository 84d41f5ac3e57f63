// Bench measures tenantkey beside its yardsticks: the go command's listing,
// the floor (types, syntax and SSA over export data), stock go vet, a vet tool
// that does nothing, staticcheck, gosec and nilaway; on the same packages, on
// the same machine, in the same run.
//
//	go run ./scripts/bench [flags] DIR[=PATTERN,…]...
//
// DIR is the root of a module whose dependencies have been downloaded;
// ./... is linted if no patterns are given. For each tool and state it prints
// wall time, CPU time of all processes and the peak memory of the largest one,
// as tables in Markdown. A tool's states are
//
//	warm    nothing has changed since its last run; all there is for tools that remember nothing
//	cold    the build cache is warm, the tool's own is empty
//	leaf    warm, then a function is added to a package that no other imports
//	hub     likewise in the package that most others import
//	fresh   the build cache is empty too (-fresh)
//
// The caches are directories of each tool and repository under -cache, so
// cold is cold whatever ran before. Tools of others are installed from the
// module proxy into the same place.
package main

import (
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"os/signal"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"time"
)

// A config is what to measure and how often.
type config struct {
	cache   string
	only    []string
	states  []string
	runs    int
	timeout time.Duration
	fresh   bool
	json    string
}

func main() {
	var c config
	only := flag.String("only", "", "measure only these `TOOLS`, separated by commas: "+strings.Join(toolNames(), ","))
	states := flag.String("states", "", "measure only these `STATES`, separated by commas: warm,cold,leaf,hub")
	flag.StringVar(&c.cache, "cache", filepath.Join(".cache", "bench"), "keep caches and programs in `DIR`")
	flag.IntVar(&c.runs, "n", 3, "run each light command `N` times and take the median")
	flag.DurationVar(&c.timeout, "timeout", 30*time.Minute, "end a command after this `TIME`")
	flag.BoolVar(&c.fresh, "fresh", false, "measure with an empty build cache too")
	flag.StringVar(&c.json, "json", "", "write every row to `FILE` as well, one JSON object a line")
	flag.Parse()
	if *only != "" {
		c.only = strings.Split(*only, ",")
	}
	if *states != "" {
		c.states = strings.Split(*states, ",")
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	failed, err := run(ctx, c, flag.Args())
	if err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
	}
	if failed || err != nil {
		stop()
		os.Exit(2)
	}
}

// run measures all repositories and prints a table after each. It reports
// whether a command failed.
func run(ctx context.Context, c config, dirs []string) (failed bool, err error) {
	if len(dirs) == 0 {
		return false, fmt.Errorf("name the modules to measure on, such as a checkout's directory")
	}
	for _, name := range c.only {
		if !slices.Contains(toolNames(), name) {
			return false, fmt.Errorf("there is no tool %s", name)
		}
	}
	for _, name := range c.states {
		if !slices.Contains(incremental, state(name)) {
			return false, fmt.Errorf("there is no state %s", name)
		}
	}
	if c.cache, err = filepath.Abs(c.cache); err != nil {
		return false, err
	}
	bin := filepath.Join(c.cache, "bin")
	if err := install(ctx, bin, c.only); err != nil {
		return false, err
	}
	fmt.Println(machine())
	var all []row
	for _, arg := range dirs {
		r, err := openRepo(ctx, arg)
		if err != nil {
			return failed, fmt.Errorf("%s: %w", arg, err)
		}
		rows, err := measureRepo(ctx, c, bin, r)
		if err != nil {
			return failed, fmt.Errorf("%s: %w", arg, err)
		}
		fmt.Println(table(r, rows))
		all = append(all, rows...)
		failed = failed || slices.ContainsFunc(rows, func(x row) bool { return x.Failed != "" })
	}
	if s := growth(all); s != "" {
		fmt.Println(s)
	}
	return failed, save(c.json, all)
}

// wanted reports whether a tool or a state is to be measured: all are unless
// some are named.
func wanted(only []string, name string) bool {
	return len(only) == 0 || slices.Contains(only, name)
}

// save writes the rows as JSON, one a line; "" is nowhere.
func save(file string, rows []row) error {
	if file == "" {
		return nil
	}
	out, err := os.Create(file)
	if err != nil {
		return err
	}
	defer out.Close()
	enc := json.NewEncoder(out)
	for _, r := range rows {
		if err := enc.Encode(r); err != nil {
			return err
		}
	}
	return out.Close()
}
