// Gcl is golangci-lint with tenantkey in it.
//
// Golangci-lint builds such a program by itself (golangci-lint custom, see
// docs/golangci.md), for which it clones its own repository. This one is built
// from the module proxy and is what the plugin is tested in.
package main

import (
	"fmt"
	"os"
	"runtime"

	"github.com/golangci/golangci-lint/v2/pkg/commands"
	"github.com/golangci/golangci-lint/v2/pkg/exitcodes"

	_ "github.com/tenantkey/tenantkey/plugin"
)

func main() {
	err := commands.Execute(commands.BuildInfo{
		GoVersion: runtime.Version(),
		// Golangci-lint takes its version for the whole of what it is when it
		// looks into its cache, and the program's own content for this one.
		Version: "(devel)",
	})
	if err != nil {
		fmt.Fprintf(os.Stderr, "The command is terminated due to an error: %v\n", err)
		os.Exit(exitcodes.Failure)
	}
}
