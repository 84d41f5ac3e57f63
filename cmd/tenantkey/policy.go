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
	file string // the one given with -registry, or ""

	mu     sync.Mutex
	loaded map[string]loadedRegistry
	found  bool
}

type loadedRegistry struct {
	digest string
	err    error
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
	l, ok := p.loaded[file]
	if !ok {
		reg, err := loadRegistry(file)
		if err == nil {
			l.digest = reg.Digest
		}
		l.err = err
		if p.loaded == nil {
			p.loaded = map[string]loadedRegistry{}
		}
		p.loaded[file] = l
	}
	return l.digest, l.err
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
