package driver

import (
	"errors"
	"io/fs"
	"path/filepath"
	"strings"

	"github.com/tenantkey/tenantkey/internal/roots"
)

// surroundings returns a digest of everything beyond the packages themselves
// that results of a vet tool depend on, as seen from dir: the registries of
// the module or workspace, nested modules included, and which packages have
// tests of their own (see mayBeRoot).
func (v *VetTool) surroundings(dir string) (string, error) {
	dir, err := filepath.Abs(dir)
	if err != nil {
		return "", err
	}
	dirs, err := roots.Of(dir)
	if err != nil {
		return "", err
	}
	d := newDigest("surroundings 1")
	for _, root := range dirs {
		if err := v.addTree(d, root); err != nil {
			return "", err
		}
	}
	return d.String(), nil
}

// addTree adds what matters below root.
func (v *VetTool) addTree(d digest, root string) error {
	tested := ""
	return filepath.WalkDir(root, func(path string, e fs.DirEntry, err error) error {
		switch {
		case errors.Is(err, fs.ErrNotExist):
			return nil // gone meanwhile
		case err != nil:
			return err
		case e.IsDir():
			if path != root && roots.Excluded(e.Name()) {
				return fs.SkipDir
			}
		case e.Name() == v.RegistryName:
			sum, err := fileDigest(path)
			if err != nil {
				return err
			}
			d.add("registry", path, sum)
		case strings.HasSuffix(e.Name(), "_test.go"):
			if dir := filepath.Dir(path); dir != tested && isOwnTest(path) {
				tested = dir
				d.add("tested", dir)
			}
		}
		return nil
	})
}
