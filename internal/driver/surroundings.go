package driver

import (
	"errors"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/mod/modfile"
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
	roots, err := moduleRoots(dir)
	if err != nil {
		return "", err
	}
	d := newDigest("surroundings 1")
	for _, root := range roots {
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
			if path != root && untracked(e.Name()) {
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

// untracked reports whether a directory is passed over, as the packages of a
// module do not lie in it. A registry that is found in one all the same is
// refused: see findRegistry.
func untracked(name string) bool {
	return name == ".git" || name == ".hg" || name == ".svn" || name == "node_modules"
}

// moduleRoots returns the roots of the modules that the go command works on
// in dir, nested ones left out where their parent is there.
func moduleRoots(dir string) ([]string, error) {
	work := os.Getenv("GOWORK")
	if work == "" {
		if env, err := goEnv(dir, "GOWORK"); err == nil {
			work = env
		}
	}
	if work != "" && work != "off" {
		return workspaceRoots(work)
	}
	return []string{moduleRoot(dir)}, nil
}

// moduleRoot returns the nearest directory from dir up with a go.mod, or dir.
func moduleRoot(dir string) string {
	for d := dir; ; d = filepath.Dir(d) {
		if info, err := os.Stat(filepath.Join(d, "go.mod")); err == nil && !info.IsDir() {
			return d
		}
		if d == filepath.Dir(d) {
			return dir
		}
	}
}

// workspaceRoots returns the directories that a go.work uses.
func workspaceRoots(file string) ([]string, error) {
	data, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	wf, err := modfile.ParseWork(file, data, nil)
	if err != nil {
		return nil, err
	}
	var roots []string
	for _, use := range wf.Use {
		root := filepath.FromSlash(use.Path)
		if !filepath.IsAbs(root) {
			root = filepath.Join(filepath.Dir(file), root)
		}
		roots = append(roots, filepath.Clean(root))
	}
	slices.Sort(roots)
	return slices.Compact(roots), nil
}

// goEnv asks the go command for a variable that go env -w may have set.
func goEnv(dir, name string) (string, error) {
	cmd := exec.Command("go", "env", name)
	cmd.Dir = dir
	out, err := cmd.Output()
	return strings.TrimSpace(string(out)), err
}
