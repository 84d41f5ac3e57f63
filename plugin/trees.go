package plugin

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/tenantkey/tenantkey/internal/roots"
	"github.com/tenantkey/tenantkey/registry"
)

// trees are the folders in which registries are looked for: those of the
// module, or of the workspace's modules.
type trees struct {
	roots  []string
	digest string // of all registries in them
}

// readTrees reads the registries of what golangci-lint works on in dir.
func readTrees(dir string) (*trees, error) {
	dir, err := filepath.Abs(dir)
	if err != nil {
		return nil, err
	}
	t := &trees{}
	if t.roots, err = roots.Of(dir); err != nil {
		return nil, err
	}
	h := sha256.New()
	for _, root := range t.roots {
		err := filepath.WalkDir(root, func(path string, e fs.DirEntry, err error) error {
			switch {
			case errors.Is(err, fs.ErrNotExist):
				return nil // gone meanwhile
			case err != nil:
				return err
			case e.IsDir() && path != root && roots.Excluded(e.Name()):
				return fs.SkipDir
			case e.IsDir() || e.Name() != registry.FileName:
				return nil
			}
			data, err := os.ReadFile(path)
			if err != nil {
				return err
			}
			fmt.Fprintf(h, "%q %x\n", path, sha256.Sum256(data))
			return nil
		})
		if err != nil {
			return nil, err
		}
	}
	t.digest = hex.EncodeToString(h.Sum(nil))
	return t, nil
}

// guard returns a that refuses packages whose registry is not part of the
// digest: golangci-lint's cache would not see it change.
func (t *trees) guard(a *analysis.Analyzer) *analysis.Analyzer {
	guarded := *a
	guarded.Run = func(pass *analysis.Pass) (any, error) {
		var dirs []string
		for _, f := range pass.Files {
			dirs = append(dirs, filepath.Dir(pass.Fset.PositionFor(f.Package, true).Filename))
		}
		slices.Sort(dirs)
		for _, dir := range slices.Compact(dirs) {
			file, err := registry.Find(dir)
			if err != nil {
				return nil, err
			}
			if file != "" && !t.holds(file) {
				return nil, fmt.Errorf("%s is outside of the module that golangci-lint was started in: name it in the setting %s", file, fieldRegistryFile)
			}
		}
		return a.Run(pass)
	}
	return &guarded
}

// holds reports whether a file's content is part of the digest.
func (t *trees) holds(file string) bool {
	for _, root := range t.roots {
		rel, err := filepath.Rel(root, file)
		if err != nil || !filepath.IsLocal(rel) {
			continue
		}
		folders := strings.Split(filepath.Dir(rel), string(filepath.Separator))
		if !slices.ContainsFunc(folders, roots.Excluded) {
			return true
		}
	}
	return false
}
