// Tenantkey-gopls builds gopls, the language server of Go, with tenantkey's
// rules among its own.
//
//	tenantkey-gopls [-o FILE] [-tenantkey DIR|VERSION]
//
// Gopls has no plugins. So its release is copied from the module proxy into a
// temporary folder, one file that registers the rules is put beside its
// settings, one line is added that makes its cache see registry.yaml, and the
// whole is compiled.
package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"os/signal"
	"runtime/debug"
)

func main() {
	b := &build{stderr: os.Stderr}
	flag.StringVar(&b.out, "o", "tenantkey-gopls", "write the server to `FILE`")
	flag.StringVar(&b.tenantkey, "tenantkey", "", "the tenantkey that is built in: a `DIR` with a checkout, or a version (default: this program's own version)")
	flag.Parse()
	if flag.NArg() > 0 {
		fmt.Fprintf(os.Stderr, "tenantkey-gopls: no arguments are wanted, these are some: %q\n", flag.Args())
		os.Exit(2)
	}
	if b.tenantkey == "" {
		b.tenantkey = ownVersion()
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	err := b.run(ctx)
	stop()
	if err != nil {
		fmt.Fprintf(os.Stderr, "tenantkey-gopls: %v\n", err)
		os.Exit(1)
	}
}

// ownVersion returns the released version that this program is of, or latest
// for one that was built in a checkout.
func ownVersion() string {
	info, ok := debug.ReadBuildInfo()
	if !ok || info.Main.Version == "" || info.Main.Version == "(devel)" {
		return "latest"
	}
	return info.Main.Version
}
