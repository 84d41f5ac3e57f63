package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"sync"

	"github.com/tenantkey/tenantkey/internal/report"
	"github.com/tenantkey/tenantkey/registry"
)

// policies loads registries for the driver, each once, and counts the
// packages that have none.
type policies struct {
	file  string // the one given with -registry, or "", absolute
	prove bool   // ask of each registry whether it isolates tenants

	mu     sync.Mutex
	loaded map[string]*loadedRegistry
	order  []*loadedRegistry // as they were met
	found  bool
}

type loadedRegistry struct {
	file string // absolute
	dir  string // the first directory whose packages it holds for
	reg  *registry.Registry
	err  error
	// proof is worked out beside the analysis, which takes longer.
	proof chan *registry.Proof
}

// digest is a driver.PolicyFunc.
func (p *policies) digest(dir string) (string, error) {
	file := p.file
	if file == "" {
		var err error
		if file, err = registry.Find(dir); err != nil {
			return "", err
		}
		if file == "" {
			return "", nil
		}
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	p.found = true
	l := p.loaded[file]
	if l == nil {
		l = p.load(file, dir)
	}
	if l.err != nil {
		return "", l.err
	}
	return l.reg.Digest, nil
}

func (p *policies) load(file, dir string) *loadedRegistry {
	l := &loadedRegistry{file: file, dir: dir}
	if l.reg, l.err = loadRegistry(file); l.err == nil && p.prove {
		l.proof = make(chan *registry.Proof, 1)
		go func() { l.proof <- l.reg.Prove() }()
	}
	if p.loaded == nil {
		p.loaded = map[string]*loadedRegistry{}
	}
	p.loaded[file] = l
	p.order = append(p.order, l)
	return l
}

// loadRegistry reads a registry. Its errors name the file as a person in the
// working directory would.
func loadRegistry(file string) (*registry.Registry, error) {
	if dir, err := os.Getwd(); err == nil {
		file = report.ShortName(dir, file)
	}
	reg, err := registry.Load(file)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("there is no registry %s: give -registry the name of a file that exists", file)
	}
	return reg, err
}
