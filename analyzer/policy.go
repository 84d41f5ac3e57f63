package analyzer

import (
	"errors"
	"fmt"
	"go/token"
	"os"
	"path/filepath"
	"strings"
	"sync"

	"golang.org/x/tools/go/analysis"

	"github.com/tenantkey/tenantkey/internal/template"
	"github.com/tenantkey/tenantkey/registry"
)

// A policy is what the keys of a package are checked against.
type policy struct {
	// reg is nil for a package without a registry: what its tenant is called
	// is then a guess, good enough for the inventory and for keydeps, but not
	// for saying that a key lacks it.
	reg     *registry.Registry
	tenants *tenants
	// proof is that of reg, worked out when it is first asked for.
	proof func() *registry.Proof
}

// settings are what the analyzers that New returned together share.
type settings struct {
	config     Config
	file       string // the flag -registry
	unresolved bool   // the flag -unresolved

	mu     sync.Mutex
	loaded map[string]*loaded // by file name
	given  *policy            // of config.Registry
}

// loaded is what came of reading a registry. The host may live for days and
// see the file change (gopls), so it holds for as long as the content stays.
type loaded struct {
	data   string
	policy *policy
	err    error
}

// policy returns the policy of the package that pass is for. An error means
// that nothing may be said of the package: not that it is fine.
func (s *settings) policy(pass *analysis.Pass) (*policy, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	file := s.config.RegistryFile
	if s.file != "" {
		file = s.file
	}
	switch {
	case s.config.Registry != nil && s.config.RegistryFile != "":
		return nil, errors.New("analyzer.Config: Registry and RegistryFile are both set: leave one out")
	case s.file == "" && s.config.Registry != nil:
		if s.given == nil {
			s.given = newPolicy(s.config.Registry)
		}
		return s.given, nil
	case file != "":
		p, err := s.load(file)
		if err != nil {
			return nil, fmt.Errorf("registry: %w", err)
		}
		return p, nil
	}
	if len(pass.Files) == 0 {
		return newPolicy(nil), nil // only test files, or none for this platform: nothing to judge
	}
	dir, err := sourceDir(pass)
	if err != nil {
		return nil, err
	}
	if file, err = registry.Find(dir); err != nil {
		return nil, fmt.Errorf("registry: %w", err)
	}
	if file == "" {
		return newPolicy(nil), nil
	}
	p, err := s.load(file)
	if err != nil {
		return nil, fmt.Errorf("registry: %w", err)
	}
	return p, nil
}

// load reads file, or takes what was made of it when it is what it was.
// pass.ReadFile is of no use here: it refuses what is no source file.
func (s *settings) load(file string) (*policy, error) {
	data, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	if l := s.loaded[file]; l != nil && l.data == string(data) {
		return l.policy, l.err
	}
	l := &loaded{data: string(data)}
	if reg, err := registry.Parse(file, data); err != nil {
		l.err = err
	} else {
		l.policy = newPolicy(reg)
	}
	if s.loaded == nil {
		s.loaded = map[string]*loaded{}
	}
	s.loaded[file] = l
	return l.policy, l.err
}

// sourceDir returns the directory of a source file of the package. A file that
// cgo made lies in a build cache and leads nowhere, but says by a //line
// comment what it was made from.
func sourceDir(pass *analysis.Pass) (string, error) {
	if pass.Pkg.Path() == "unsafe" || len(pass.Files) == 0 {
		return "", fmt.Errorf("package %s has no source file to look for a registry from: use -registry or analyzer.Config", pass.Pkg.Path())
	}
	for _, f := range pass.Files {
		for _, adjusted := range []bool{false, true} {
			name := pass.Fset.PositionFor(f.Package, adjusted).Filename
			if !adjusted && isGenerated(name) {
				continue
			}
			abs, err := filepath.Abs(name)
			if name == "" || err != nil {
				continue
			}
			dir := filepath.Dir(abs)
			if st, err := os.Stat(dir); err == nil && st.IsDir() {
				return dir, nil
			}
		}
	}
	return "", fmt.Errorf("package %s: none of its source files lies in a directory that exists: use -registry or analyzer.Config", pass.Pkg.Path())
}

// isGenerated reports whether name is of a file that the go command made, not
// of one that somebody keeps: cgo's, and test mains.
func isGenerated(name string) bool {
	base := filepath.Base(name)
	return !strings.HasSuffix(base, ".go") || strings.HasPrefix(base, "_cgo_") || strings.HasSuffix(base, ".cgo1.go") || base == "_testmain.go"
}

func newPolicy(reg *registry.Registry) *policy {
	if reg == nil {
		return &policy{tenants: builtinTenants()}
	}
	ts := &tenants{}
	for _, seg := range reg.Tenant {
		c := &carrier{segment: seg.Name, named: nameOf(seg.Name), is: seg.Is, strict: seg.Strict, identities: registryIdentities}
		for _, e := range seg.From {
			c.listed = append(c.listed, template.Evidence{Kind: evidenceKind(e.Kind), Text: e.Text})
			if e.Kind == registry.ByName {
				c.names = append(c.names, nameOf(e.Text))
			}
		}
		ts.carriers = append(ts.carriers, c)
	}
	for _, seg := range reg.Segments {
		if !seg.Tenant {
			ts.others = append(ts.others, nameOf(seg.Name))
		}
	}
	return &policy{reg: reg, tenants: ts, proof: sync.OnceValue(reg.Prove)}
}

func evidenceKind(k registry.EvidenceKind) template.EvidenceKind {
	switch k {
	case registry.ByType:
		return template.ByType
	case registry.ByFunc:
		return template.ByFunc
	case registry.ByField:
		return template.ByField
	}
	return template.ByName
}

// add says what a key without a tenant lacks: "{tenant_id}", "{tenant_id} or {org_id}".
func (p *policy) add() string {
	var names []string
	for _, c := range p.tenants.carriers {
		names = append(names, "{"+c.segment+"}")
	}
	return strings.Join(names, " or ")
}

// inTest reports whether pos is in a test file. Keys of tests are nobody's.
func inTest(fset *token.FileSet, pos token.Pos) bool {
	return strings.HasSuffix(fset.Position(pos).Filename, "_test.go")
}
