package plugin

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/mod/modfile"
	"golang.org/x/tools/go/analysis"

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
	if t.roots, err = rootsOf(dir); err != nil {
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
			case e.IsDir() && path != root && holdsNoPackages(e.Name()):
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

// holdsNoPackages reports whether a folder is passed over. A package that is
// in one all the same is refused by guard.
func holdsNoPackages(name string) bool {
	return name == ".git" || name == ".hg" || name == ".svn" || name == "node_modules"
}

// rootsOf returns the folder of the module that dir is in, or those of the
// workspace's modules.
func rootsOf(dir string) ([]string, error) {
	cmd := exec.Command("go", "env", "GOWORK", "GOMOD")
	cmd.Dir = dir
	out, err := cmd.Output()
	if err != nil {
		return nil, fmt.Errorf("go env GOWORK GOMOD: %w", err)
	}
	work, mod, _ := strings.Cut(strings.TrimRight(string(out), "\r\n"), "\n")
	work, mod = strings.TrimSpace(work), strings.TrimSpace(mod)
	switch {
	case work != "" && work != "off":
		return workspace(work)
	case mod != "" && mod != os.DevNull:
		return []string{filepath.Dir(mod)}, nil
	}
	return []string{dir}, nil
}

// workspace returns the folders that a go.work uses.
func workspace(file string) ([]string, error) {
	data, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	w, err := modfile.ParseWork(file, data, nil)
	if err != nil {
		return nil, err
	}
	var roots []string
	for _, use := range w.Use {
		root := filepath.FromSlash(use.Path)
		if !filepath.IsAbs(root) {
			root = filepath.Join(filepath.Dir(file), root)
		}
		roots = append(roots, filepath.Clean(root))
	}
	slices.Sort(roots)
	return slices.Compact(roots), nil
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
		if !slices.ContainsFunc(folders, holdsNoPackages) {
			return true
		}
	}
	return false
}
