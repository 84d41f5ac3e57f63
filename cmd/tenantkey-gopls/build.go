package main

import (
	"context"
	_ "embed"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

const (
	// goplsVersion is the release that is built. Gopls v0.24 needs Go 1.27.
	goplsVersion = "v0.23.0"

	goplsModule     = "golang.org/x/tools/gopls"
	toolsModule     = "golang.org/x/tools"
	tenantkeyModule = "github.com/tenantkey/tenantkey"
)

// registration is the file that is added to gopls's package settings.
//
//go:embed insert/tenantkey.go.txt
var registration []byte

// importer is the only file of the module that gopls is built from. It makes
// go mod vendor copy what registration imports.
const importer = `package build

import _ "` + tenantkeyModule + `/plugin/editor"
`

// A build is one building of the server.
type build struct {
	out       string // where the server goes
	tenantkey string // a folder, or a version
	stderr    io.Writer
	dir       string // of the module that is built
}

func (b *build) run(ctx context.Context) error {
	out, err := filepath.Abs(b.out)
	if err != nil {
		return err
	}
	b.dir, err = os.MkdirTemp("", "tenantkey-gopls")
	if err != nil {
		return err
	}
	defer os.RemoveAll(b.dir)
	if err := b.module(ctx); err != nil {
		return err
	}
	for _, args := range [][]string{{"mod", "tidy"}, {"mod", "vendor"}} {
		if _, err := b.goCommand(ctx, args...); err != nil {
			return err
		}
	}
	if err := b.change(); err != nil {
		return fmt.Errorf("gopls %s is not what it was: %w", goplsVersion, err)
	}
	// Without the folder's name in them, the packages are taken from the build
	// cache next time.
	_, err = b.goCommand(ctx, "build", "-mod=vendor", "-trimpath", "-o", out,
		"-ldflags=-X main.version="+goplsVersion+"+tenantkey", goplsModule)
	return err
}

// module writes the module that gopls is built from.
func (b *build) module(ctx context.Context) error {
	for name, text := range map[string]string{
		"go.mod":   "module tenantkey.invalid/gopls\n\ngo 1.26.0\n",
		"build.go": importer,
	} {
		if err := os.WriteFile(filepath.Join(b.dir, name), []byte(text), 0o644); err != nil {
			return err
		}
	}
	tools, err := b.toolsOfGopls(ctx)
	if err != nil {
		return err
	}
	edits := []string{"mod", "edit",
		"-require=" + goplsModule + "@" + goplsVersion,
		// Gopls uses internal packages of this module, so it gets the version
		// that it was released with, whatever tenantkey wants.
		"-replace=" + toolsModule + "=" + toolsModule + "@" + tools,
		"-tool=" + goplsModule,
	}
	if info, err := os.Stat(b.tenantkey); err == nil && info.IsDir() {
		dir, err := filepath.Abs(b.tenantkey)
		if err != nil {
			return err
		}
		edits = append(edits, "-require="+tenantkeyModule+"@v0.0.0", "-replace="+tenantkeyModule+"="+dir)
		_, err = b.goCommand(ctx, edits...)
		return err
	}
	if _, err := b.goCommand(ctx, edits...); err != nil {
		return err
	}
	_, err = b.goCommand(ctx, "get", tenantkeyModule+"@"+b.tenantkey)
	return err
}

// toolsOfGopls returns the version of x/tools that the gopls release requires.
func (b *build) toolsOfGopls(ctx context.Context) (string, error) {
	out, err := b.goCommand(ctx, "mod", "download", "-json", goplsModule+"@"+goplsVersion)
	if err != nil {
		return "", err
	}
	var module struct{ GoMod string }
	if err := json.Unmarshal(out, &module); err != nil {
		return "", err
	}
	out, err = b.goCommand(ctx, "mod", "edit", "-json", module.GoMod)
	if err != nil {
		return "", err
	}
	var file struct {
		Require []struct{ Path, Version string }
	}
	if err := json.Unmarshal(out, &file); err != nil {
		return "", err
	}
	for _, r := range file.Require {
		if r.Path == toolsModule {
			return r.Version, nil
		}
	}
	return "", fmt.Errorf("gopls %s does not require %s", goplsVersion, toolsModule)
}

// change adds to the copy of gopls what makes it ours.
func (b *build) change() error {
	internal := filepath.Join(b.dir, "vendor", filepath.FromSlash(goplsModule), "internal")
	if err := os.WriteFile(filepath.Join(internal, "settings", "tenantkey.go"), registration, 0o644); err != nil {
		return err
	}
	name := filepath.Join(internal, "cache", "analysis.go")
	src, err := os.ReadFile(name)
	if err != nil {
		return err
	}
	if src, err = addToKey(src); err != nil {
		return fmt.Errorf("internal/cache/analysis.go: %w", err)
	}
	return os.WriteFile(name, src, 0o644)
}

// goCommand runs the go command in the module, outside of any workspace, and
// returns what it prints.
func (b *build) goCommand(ctx context.Context, args ...string) ([]byte, error) {
	cmd := exec.CommandContext(ctx, "go", args...)
	cmd.Dir = b.dir
	cmd.Env = append(os.Environ(), "GOWORK=off", "GOFLAGS=")
	var diag strings.Builder
	cmd.Stderr = &diag
	out, err := cmd.Output()
	if err != nil {
		return nil, fmt.Errorf("go %s: %w\n%s", strings.Join(args, " "), err, strings.TrimSpace(diag.String()))
	}
	return out, nil
}
