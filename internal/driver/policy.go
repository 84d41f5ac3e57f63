package driver

import (
	"errors"
	"path/filepath"

	"golang.org/x/tools/go/packages"
)

// A PolicyFunc returns a digest of the policy that holds for packages in dir,
// "" for none. The digest is a part of the cache key of findings; facts do not
// depend on it.
type PolicyFunc func(dir string) (digest string, err error)

// policies asks for the policy of each package that is reported on, before
// anything is analysed: with a broken one nothing may be said of the package.
func (r *runner) policies() error {
	if r.Policy == nil {
		return nil
	}
	var errs []error
	seen := map[string]bool{}
	for _, u := range r.units {
		dir := packageDir(u.pkg)
		if !u.report || dir == "" {
			continue
		}
		digest, err := r.Policy(dir)
		if err != nil {
			if !seen[err.Error()] {
				errs = append(errs, err)
			}
			seen[err.Error()] = true
		}
		u.policy = digest
	}
	if len(errs) > 0 {
		return &PolicyError{Err: errors.Join(errs...)}
	}
	return nil
}

// A PolicyError says that a policy can't be used.
type PolicyError struct{ Err error }

func (e *PolicyError) Error() string { return e.Err.Error() }
func (e *PolicyError) Unwrap() error { return e.Err }

// packageDir returns the directory of p's own files. The compiled files of a
// cgo package are generated elsewhere.
func packageDir(p *packages.Package) string {
	if p.Dir != "" {
		return p.Dir
	}
	for _, files := range [][]string{p.GoFiles, p.OtherFiles, p.IgnoredFiles} {
		if len(files) > 0 {
			return filepath.Dir(files[0])
		}
	}
	return ""
}
