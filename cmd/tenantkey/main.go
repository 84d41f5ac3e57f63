// Tenantkey finds cache keys through which one tenant can read another's data.
//
//	tenantkey [flags] [packages]
//	go vet -vettool=$(which tenantkey) [packages]
//
// Run tenantkey help for more.
package main

import (
	"context"
	"io"
	"os"
	"os/signal"
	"syscall"

	"github.com/tenantkey/tenantkey/internal/driver"
	"github.com/tenantkey/tenantkey/internal/stores"
	"github.com/tenantkey/tenantkey/registry"
)

// Exit codes.
const (
	exitClean    = 0
	exitFindings = 1
	exitFailed   = 2 // the job could not be done
)

func main() {
	// The go command starts this program once for each package: that way must
	// not wait for the making of commands and flags.
	if code, ok := vetTool().Main(os.Args[1:]); ok {
		os.Exit(code)
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	code := run(ctx, os.Args[1:], os.Stdout, os.Stderr)
	stop()
	os.Exit(code)
}

// vetTool is this program as go vet sees it.
func vetTool() *driver.VetTool {
	return &driver.VetTool{
		Name:         "tenantkey",
		Version:      version(),
		Analyzers:    newAnalyzers,
		IsClient:     stores.IsClient,
		RegistryName: registry.FileName,
		Find:         registry.Find,
		Stdout:       os.Stdout,
		Stderr:       os.Stderr,
	}
}

// run is the whole program but for the process around it.
func run(ctx context.Context, args []string, stdout, stderr io.Writer) int {
	a := &app{stdout: stdout, stderr: stderr}
	root := a.rootCommand()
	root.SetArgs(goStyle(args))
	err := root.ExecuteContext(ctx)
	if err == nil {
		return a.exit
	}
	a.fail(err)
	return exitFailed
}
