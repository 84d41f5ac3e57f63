// Package ci holds the examples for build servers and hooks to being what the
// programs that read them accept.
package ci

import (
	"bytes"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/rhysd/actionlint"
	"gopkg.in/yaml.v3"
)

const top = "../.."

// example returns an example of docs/ci.md.
func example(t *testing.T, name string) []byte {
	t.Helper()
	page, err := os.ReadFile(filepath.Join(top, "docs", "ci.md"))
	if err != nil {
		t.Fatal(err)
	}
	_, text, ok := strings.Cut(string(page), "```yaml example="+name+"\n")
	text, _, closed := strings.Cut(text, "```")
	if !ok || !closed {
		t.Fatalf("docs/ci.md has no example %s", name)
	}
	return []byte(text)
}

// decode reads YAML strictly: a field that v does not have is an error.
func decode(t *testing.T, data []byte, v any) {
	t.Helper()
	d := yaml.NewDecoder(bytes.NewReader(data))
	d.KnownFields(true)
	if err := d.Decode(v); err != nil {
		t.Fatal(err)
	}
}

func TestGitHub(t *testing.T) {
	lint := func(workflow []byte) []*actionlint.Error {
		t.Helper()
		l, err := actionlint.NewLinter(io.Discard, &actionlint.LinterOptions{})
		if err != nil {
			t.Fatal(err)
		}
		errs, err := l.Lint("tenantkey.yml", workflow, nil)
		if err != nil {
			t.Fatal(err)
		}
		return errs
	}
	workflow := example(t, "github")
	for _, err := range lint(workflow) {
		t.Error(err)
	}
	bad := bytes.Replace(workflow, []byte("go-version-file"), []byte("go-version-fiel"), 1)
	if bytes.Equal(bad, workflow) || len(lint(bad)) == 0 {
		t.Error("actionlint does not see an input that the action does not have")
	}
}

func TestGitLab(t *testing.T) {
	var jobs map[string]struct {
		Stage, Image string
		Variables    map[string]string
		Cache        struct {
			Key   string
			Paths []string
		}
		Script []string
	}
	decode(t, example(t, "gitlab"), &jobs)
	job := jobs["tenantkey"]
	if len(jobs) != 1 || job.Stage != "test" || job.Image == "" || len(job.Script) == 0 {
		t.Fatalf("the job is %+v", jobs)
	}
	if got := job.Script[len(job.Script)-1]; got != "tenantkey ./..." {
		t.Errorf("the job's status is that of %q", got)
	}
	// A cache path must lie in the project, and be where tenantkey keeps it.
	if want := "$CI_PROJECT_DIR/" + job.Cache.Paths[0]; job.Variables["TENANTKEY_CACHE"] != want {
		t.Errorf("TENANTKEY_CACHE is %q, kept is %q", job.Variables["TENANTKEY_CACHE"], want)
	}
	mod, err := os.ReadFile(filepath.Join(top, "go.mod"))
	if err != nil {
		t.Fatal(err)
	}
	if v := regexp.MustCompile(`(?m)^go (\d+\.\d+)`).FindSubmatch(mod); job.Image != "golang:"+string(v[1]) {
		t.Errorf("the image is %s, this module wants Go %s", job.Image, v[1])
	}
}

// A hook is an element of .pre-commit-hooks.yaml; the fields are those that
// https://pre-commit.com/#new-hooks lists.
type hook struct {
	ID            string   `yaml:"id"`
	Name          string   `yaml:"name"`
	Description   string   `yaml:"description"`
	Language      string   `yaml:"language"`
	Entry         string   `yaml:"entry"`
	Types         []string `yaml:"types"`
	PassFilenames bool     `yaml:"pass_filenames"`
	RequireSerial bool     `yaml:"require_serial"`
}

func TestPreCommit(t *testing.T) {
	data, err := os.ReadFile(filepath.Join(top, ".pre-commit-hooks.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	var hooks []hook
	decode(t, data, &hooks)
	if len(hooks) != 1 {
		t.Fatalf("%d hooks", len(hooks))
	}
	h := hooks[0]
	if h.ID == "" || h.Name == "" || h.Language != "golang" || !strings.HasPrefix(h.Entry, "tenantkey ") {
		t.Errorf("the hook is %+v", h)
	}
	if h.PassFilenames { // a key is made in one package and used in another
		t.Error("the hook looks at single files")
	}
	// pre-commit installs every command of the module.
	command, _, _ := strings.Cut(h.Entry, " ")
	if _, err := os.Stat(filepath.Join(top, "cmd", command, "main.go")); err != nil {
		t.Error(err)
	}
	var config struct {
		Repos []struct {
			Repo, Rev string
			Hooks     []struct{ ID string }
		}
	}
	decode(t, example(t, "pre-commit"), &config)
	if len(config.Repos) != 1 || len(config.Repos[0].Hooks) != 1 || config.Repos[0].Hooks[0].ID != h.ID {
		t.Errorf("the example does not use the hook %s: %+v", h.ID, config)
	}
}
