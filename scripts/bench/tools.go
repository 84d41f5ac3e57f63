package main

import (
	"context"
	"debug/buildinfo"
	"fmt"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"strings"
)

// peers is the analysers of others, in the versions that are compared.
var peers = []string{
	"honnef.co/go/tools/cmd/staticcheck@v0.8.2",
	"github.com/securego/gosec/v2/cmd/gosec@v2.30.0",
	"go.uber.org/nilaway/cmd/nilaway@v0.0.0-20260918162853-acb8859b9031",
}

// own is the programs of this module.
var own = []string{"./cmd/tenantkey", "./scripts/bench/floor", "./scripts/bench/donothing"}

// install puts the programs into bin: those of this module anew, those of
// others unless they are there in the right version.
func install(ctx context.Context, bin string, names []string) error {
	if err := os.MkdirAll(bin, 0o777); err != nil {
		return err
	}
	for _, pkg := range own {
		if err := goInstall(ctx, bin, pkg); err != nil {
			return err
		}
	}
	if err := installGolangci(ctx, bin, names); err != nil {
		return err
	}
	for _, pkg := range peers {
		name, version, _ := strings.Cut(path.Base(pkg), "@")
		if !wanted(names, name) {
			continue
		}
		info, err := buildinfo.ReadFile(filepath.Join(bin, name))
		if err == nil && info.Main.Version == version {
			continue
		}
		if err := goInstall(ctx, bin, pkg); err != nil {
			return err
		}
	}
	return nil
}

func goInstall(ctx context.Context, bin, pkg string) error {
	cmd := exec.CommandContext(ctx, "go", "install", pkg)
	// As docs/ci.md installs it, and as Go's own vet is built.
	cmd.Env = append(os.Environ(), "GOBIN="+bin, "CGO_ENABLED=0")
	cmd.Stderr = os.Stderr
	if err := cmd.Run(); err != nil {
		return fmt.Errorf("go install %s: %w", pkg, err)
	}
	return nil
}

// peerVersion returns the version that a peer is compared in.
func peerVersion(name string) string {
	for _, pkg := range peers {
		if n, version, _ := strings.Cut(path.Base(pkg), "@"); n == name {
			return version
		}
	}
	return ""
}
