package main

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/pflag"
	"golang.org/x/tools/go/analysis"
)

// loadFlags are those of every command that looks at packages.
type loadFlags struct {
	registry   string
	tags       string
	tests      bool
	debug      bool
	cpuprofile string
	memprofile string
}

func (f *loadFlags) register(fs *pflag.FlagSet) {
	fs.StringVar(&f.registry, "registry", "", "check against the registry in `FILE`, not the registry.yaml that is found from each package's directory up")
	fs.StringVar(&f.tags, "tags", "", "build with these `TAGS`, separated by commas")
	fs.BoolVar(&f.debug, "debug", false, "say on stderr what the driver does")
	fs.StringVar(&f.cpuprofile, "cpuprofile", "", "write a CPU profile to `FILE`")
	fs.StringVar(&f.memprofile, "memprofile", "", "write a memory profile to `FILE`")
}

// selection is the flags that switch analyzers on and off, as in vet: when one
// is asked for by name only those that are run, when one is switched off only
// the others.
type selection struct {
	flags map[*analysis.Analyzer]*triState
}

// register adds -NAME for each analyzer, and -NAME.flag for each of its flags.
func (s *selection) register(fs *pflag.FlagSet, all []*analysis.Analyzer) {
	s.flags = map[*analysis.Analyzer]*triState{}
	for _, a := range all {
		t := new(triState)
		s.flags[a] = t
		summary, _, _ := strings.Cut(a.Doc, "\n")
		f := fs.VarPF(t, a.Name, "", fmt.Sprintf("run only the analyzers that are named (%s); =false runs the others", summary))
		f.NoOptDefVal = "true"
		f.DefValue = "" // unset is neither
		own := pflag.NewFlagSet(a.Name, pflag.ContinueOnError)
		own.AddGoFlagSet(&a.Flags)
		own.VisitAll(func(f *pflag.Flag) {
			f.Name = a.Name + "." + f.Name
			f.Shorthand = ""
			fs.AddFlag(f)
		})
	}
}

// pick returns the analyzers to run.
func (s *selection) pick(all []*analysis.Analyzer) []*analysis.Analyzer {
	some := slices.ContainsFunc(all, func(a *analysis.Analyzer) bool { return *s.flags[a] == setTrue })
	var out []*analysis.Analyzer
	for _, a := range all {
		if t := *s.flags[a]; t == setTrue || !some && t != setFalse {
			if on := a.Flags.Lookup("on"); on != nil && t == setTrue {
				_ = on.Value.Set("true") // off by default, and asked for by name
			}
			out = append(out, a)
		}
	}
	return out
}

// A triState is a boolean flag that knows whether it was given.
type triState int

const (
	unset triState = iota
	setTrue
	setFalse
)

func (t *triState) Set(value string) error {
	switch value {
	case "true", "1":
		*t = setTrue
	case "false", "0":
		*t = setFalse
	default:
		return fmt.Errorf("want true or false, got %q", value)
	}
	return nil
}

func (t *triState) String() string {
	if t == nil || *t == unset {
		return ""
	}
	return fmt.Sprint(*t == setTrue)
}

func (t *triState) Type() string { return "bool" }

// ownFlags returns the flags of an analyzer as they are written on the command
// line.
func ownFlags(a *analysis.Analyzer) *pflag.FlagSet {
	out := pflag.NewFlagSet(a.Name, pflag.ContinueOnError)
	var s selection
	s.register(out, []*analysis.Analyzer{a})
	return out
}

// flagUsages describes flags with one dash.
func flagUsages(fs *pflag.FlagSet) string {
	return strings.ReplaceAll(fs.FlagUsages(), "      --", "  -")
}

// giveRegistry hands the file of -registry to the analyzers: all of them, as
// the one whose flag it is may not be run, and the others use it too.
func (f *loadFlags) giveRegistry(rules []*analysis.Analyzer) error {
	if f.registry == "" {
		return nil
	}
	file, err := filepath.Abs(f.registry)
	if err != nil {
		return err
	}
	for _, a := range rules {
		if a.Flags.Lookup("registry") != nil {
			if err := a.Flags.Set("registry", file); err != nil {
				return err
			}
		}
	}
	return nil
}
