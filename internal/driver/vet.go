package driver

import (
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"strings"

	"golang.org/x/tools/go/analysis"
)

// A VetTool is this program as go vet starts it: once for its identity, once
// for its flags, and once for every package.
type VetTool struct {
	Name    string
	Version string
	// Analyzers returns fresh analyzers for a registry file, "" for the one
	// that is found from each package.
	Analyzers func(registryFile string) []*analysis.Analyzer
	// IsClient reports whether an import path is a store client.
	IsClient func(path string) bool
	// RegistryName is what a registry is called.
	RegistryName string
	// Find looks a registry up from a directory.
	Find func(dir string) (file string, err error)

	Stdout, Stderr io.Writer
}

// Main serves the go command when args are its; ok says whether they are.
//
// The protocol is that of golang.org/x/tools/go/analysis/unitchecker.
func (v *VetTool) Main(args []string) (code int, ok bool) {
	if len(args) == 0 {
		return 0, false
	}
	switch last := args[len(args)-1]; {
	case len(args) == 1 && (last == "-V=full" || last == "--V=full"):
		return v.identify(), true
	case len(args) == 1 && (last == "-flags" || last == "--flags"):
		return v.describeFlags(), true
	case strings.HasSuffix(last, ".cfg"):
		return v.unit(args), true
	}
	return 0, false
}

// identify prints the tool's identity. The go command makes it a part of the
// key under which it keeps results, and knows no registry: so it is here that
// an edited registry has to show.
func (v *VetTool) identify() int {
	tool, err := executableDigest()
	if err == nil {
		var policy string
		if policy, err = v.surroundings("."); err == nil {
			fmt.Fprintf(v.Stdout, "%s version %s tool=%s registry=%s\n", v.Name, v.Version, tool, policy)
			return 0
		}
	}
	fmt.Fprintf(v.Stderr, "%s: %v\n", v.Name, err)
	return 2
}

// vetFlags are the flags of a unit.
type vetFlags struct {
	*flag.FlagSet
	json, fix, diff bool
	tags, registry  string
	context         int
	switches        map[string]*string // -NAME, "" for not given
}

func (v *VetTool) flags(analyzers []*analysis.Analyzer) *vetFlags {
	f := &vetFlags{FlagSet: flag.NewFlagSet(v.Name, flag.ContinueOnError), switches: map[string]*string{}}
	f.SetOutput(io.Discard)
	f.BoolVar(&f.json, "json", false, "print findings as JSON")
	f.BoolVar(&f.fix, "fix", false, "apply the first fix of each finding")
	f.BoolVar(&f.diff, "diff", false, "with -fix: print the changes, apply nothing")
	f.StringVar(&f.tags, "tags", "", "build tags")
	f.StringVar(&f.registry, "registry", "", "check against the registry in `FILE` of this module")
	f.IntVar(&f.context, "c", -1, "lines shown around each finding")
	for _, a := range analyzers {
		given := new(string)
		f.switches[a.Name] = given
		f.Var(boolString{given}, a.Name, "run only the analyzers that are named; =false runs the others")
		a.Flags.VisitAll(func(own *flag.Flag) { f.Var(own.Value, a.Name+"."+own.Name, own.Usage) })
	}
	return f
}

// pick applies the switches as multichecker does.
func (f *vetFlags) pick(analyzers []*analysis.Analyzer) []*analysis.Analyzer {
	some := false
	for _, s := range f.switches {
		some = some || *s == "true"
	}
	var out []*analysis.Analyzer
	for _, a := range analyzers {
		if s := *f.switches[a.Name]; s == "true" || !some && s != "false" {
			if on := a.Flags.Lookup("on"); on != nil && s == "true" {
				_ = on.Value.Set("true") // off by default, and asked for by name
			}
			out = append(out, a)
		}
	}
	return out
}

// A boolString is a boolean flag that knows whether it was given.
type boolString struct{ s *string }

func (b boolString) IsBoolFlag() bool { return true }
func (b boolString) String() string {
	if b.s == nil {
		return ""
	}
	return *b.s
}

func (b boolString) Set(s string) error {
	switch s {
	case "true", "1":
		*b.s = "true"
	case "false", "0":
		*b.s = "false"
	default:
		return fmt.Errorf("want true or false, got %q", s)
	}
	return nil
}

// describeFlags prints the flags in the form that the go command reads.
func (v *VetTool) describeFlags() int {
	type jsonFlag struct {
		Name  string
		Bool  bool
		Usage string
	}
	var out []jsonFlag
	v.flags(v.Analyzers("")).VisitAll(func(f *flag.Flag) {
		b, ok := f.Value.(interface{ IsBoolFlag() bool })
		out = append(out, jsonFlag{f.Name, ok && b.IsBoolFlag(), f.Usage})
	})
	data, err := json.MarshalIndent(out, "", "\t")
	if err != nil {
		fmt.Fprintf(v.Stderr, "%s: %v\n", v.Name, err)
		return 2
	}
	fmt.Fprintf(v.Stdout, "%s\n", data)
	return 0
}

// unit analyses the package that a configuration file describes. Most are
// dependencies that can't matter: what starting costs for them is what go vet
// costs, so they are answered before there are analyzers and flags.
func (v *VetTool) unit(args []string) int {
	cfg, err := readVetConfig(args[len(args)-1])
	if err != nil {
		return v.failed(err)
	}
	u := &vetUnit{VetTool: v, vetConfig: cfg}
	if err := u.readImports(); err != nil {
		return v.failed(err)
	}
	if u.VetxOnly && !u.own() && !u.reach {
		return u.writeFacts(nil)
	}
	u.all = v.Analyzers("")
	u.vetFlags = v.flags(u.all)
	if err := u.Parse(args); err != nil {
		return v.failed(err)
	}
	if u.NArg() != 1 {
		return v.failed(errors.New("want one configuration file: this way of running is for go vet only"))
	}
	u.analyzers = u.pick(u.all)
	if err := u.findRegistry(); err != nil {
		return v.failed(err)
	}
	return u.run()
}

func (v *VetTool) failed(err error) int {
	fmt.Fprintf(v.Stderr, "%s: %v\n", v.Name, err)
	return 2
}

// executableDigest returns a digest of this program.
func executableDigest() (string, error) {
	file, err := os.Executable()
	if err != nil {
		return "", err
	}
	return fileDigest(file)
}
