package driver

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"flag"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/packages"

	"github.com/tenantkey/tenantkey/internal/report"
)

// unitFacts is the facts of a unit: as a table, as bytes from the cache that
// become one when somebody asks, or both.
type unitFacts struct {
	mu    sync.Mutex
	table *factTable
	bytes []byte
	// digest stands for these facts and all that they were seen with: those of
	// the units below.
	digest string
}

func (f *unitFacts) set(t *factTable) { f.table = t }

// get returns the table. The bytes were written by this very program and are
// checked by the cache, so that they can't be decoded is not to be expected;
// it is said, and the package has no facts then.
func (f *unitFacts) get(r *runner) *factTable {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.table == nil {
		f.table = &factTable{}
		file, err := decodeFacts(f.bytes)
		if err != nil || len(file.Tables) != 1 {
			r.debugf("facts in the cache can't be read: %v", err)
			r.broken.Store(true)
			return f.table
		}
		f.table = tableOf(file.Tables[0].Facts)
	}
	return f.table
}

// A record is what the cache knows of a unit that was reported on.
type record struct {
	Findings []report.Finding
	Entries  []report.Entry
}

// recall takes what a unit comes to from the cache, and reports whether it
// could. It settles the unit's keys in any case.
func (r *runner) recall(u *unit) bool {
	if r.Cache == nil {
		return false
	}
	if err := r.settleKeys(u); err != nil {
		r.debugf("%s is not looked up in the cache: %v", u.pkg.ID, err)
		return false
	}
	data, ok := r.Cache.get(u.factsKey)
	if !ok {
		return false
	}
	if u.report {
		found, ok := r.Cache.get(u.findingsKey)
		if !ok {
			return false
		}
		var rec record
		if err := json.Unmarshal(found, &rec); err != nil {
			r.debugf("%s: the findings in the cache can't be read: %v", u.pkg.ID, err)
			return false
		}
		u.findings, u.entries = rec.Findings, rec.Entries
	}
	u.facts.bytes = data
	u.facts.digest = u.deepDigest(data)
	return true
}

// remember puts what a unit came to into the cache, unless there were
// problems.
func (r *runner) remember(u *unit) {
	if r.Cache == nil {
		return
	}
	data, err := encodeFacts(&factFile{Tables: []pathTable{{Path: u.pkg.PkgPath, Facts: u.facts.table.named()}}})
	if err != nil {
		r.debugf("%s: %v", u.pkg.ID, err)
		return
	}
	u.facts.digest = u.deepDigest(data)
	if len(u.problems) > 0 || u.factsKey == "" || r.broken.Load() {
		return
	}
	r.Cache.put(u.factsKey, data)
	if !u.report {
		return
	}
	found, err := json.Marshal(record{u.findings, u.entries})
	if err != nil {
		r.debugf("%s: %v", u.pkg.ID, err)
		return
	}
	r.Cache.put(u.findingsKey, found)
}

// deepDigest is that of the unit's own facts and those of the units below it:
// code can meet objects of packages that it does not import itself.
func (u *unit) deepDigest(facts []byte) string {
	d := newDigest("facts 1")
	sum := sha256.Sum256(facts)
	d.add(string(sum[:]))
	for _, dep := range u.deps {
		d.add(dep.facts.digest)
	}
	return d.String()
}

// settleKeys works out under which keys the unit's facts and findings are
// kept. The findings depend on the policy and flags, the facts do not.
func (r *runner) settleKeys(u *unit) error {
	d := newDigest("unit 1")
	p := u.pkg
	d.add(r.tool, runtime.Version(), os.Getenv("GOOS"), os.Getenv("GOARCH"), p.ID, p.PkgPath, p.Name)
	if m := p.Module; m != nil {
		d.add(m.Path, m.Version, m.GoVersion)
	}
	u.content = make(map[string][]byte, len(p.CompiledGoFiles))
	for _, name := range p.CompiledGoFiles {
		data, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		u.content[name] = data
		sum := sha256.Sum256(data)
		d.add("file", name, string(sum[:]))
	}
	d.add(p.OtherFiles...)
	d.add(p.IgnoredFiles...)
	for _, imp := range sortedImports(p) {
		id, err := r.exportID(imp)
		if err != nil {
			return err
		}
		d.add("import", imp.ID, id)
	}
	for _, dep := range u.deps {
		d.add("facts", dep.pkg.ID, dep.facts.digest)
	}
	for _, e := range p.Errors {
		d.add("error", e.Pos, e.Msg)
	}
	u.factsKey = d.String()
	d.add("findings", u.policy, r.settings)
	u.findingsKey = d.String()
	return nil
}

// errNotCompiled says that a package's types have no identity.
var errNotCompiled = errors.New("an import was not compiled")

// exportID identifies a package's export data. The go command names a file in
// its cache by its content; what has another name is read.
func (r *runner) exportID(p *packages.Package) (string, error) {
	switch {
	case p.PkgPath == "unsafe":
		return "", nil
	case p.ExportFile == "":
		return "", errNotCompiled
	}
	dir, name := filepath.Split(p.ExportFile)
	if sum, ok := strings.CutSuffix(name, "-d"); ok && len(sum) == 2*sha256.Size && filepath.Base(dir) == sum[:2] {
		if _, err := hex.DecodeString(sum); err == nil {
			return sum, nil
		}
	}
	if id, ok := r.exports.Load(p.ExportFile); ok {
		return id.(string), nil
	}
	sum, err := fileDigest(p.ExportFile)
	if err == nil {
		r.exports.Store(p.ExportFile, sum)
	}
	return sum, err
}

// settingsOf describes what is run and with which flags.
func settingsOf(analyzers []*analysis.Analyzer) string {
	d := newDigest("settings 1")
	for _, a := range needed(analyzers, true) {
		d.add("analyzer", a.Name)
		a.Flags.VisitAll(func(f *flag.Flag) { d.add(f.Name, f.Value.String()) })
	}
	return d.String()
}
