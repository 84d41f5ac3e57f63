package main

import (
	"context"
	"errors"
	"fmt"

	"github.com/spf13/cobra"
	"golang.org/x/tools/go/analysis"

	"github.com/tenantkey/tenantkey/analyzer"
	"github.com/tenantkey/tenantkey/internal/report"
)

func (a *app) keysCommand() *cobra.Command {
	f := &loadFlags{}
	var format string
	cmd := &cobra.Command{
		Use:   "keys [flags] [packages]",
		Short: "List every key that is handed to a store",
		Long: `Keys lists every call that hands a key to a store, with what the key looks
like and what tenantkey makes of it. Test files are left out.

With -format=json it prints one JSON object a line.`,
		Args: cobra.ArbitraryArgs,
		RunE: func(cmd *cobra.Command, args []string) error {
			if format != "text" && format != "json" {
				return fmt.Errorf("there is no -format=%s for keys: use text or json", format)
			}
			return a.keys(cmd.Context(), f, format, args)
		},
	}
	f.register(cmd.Flags())
	cmd.Flags().StringVar(&format, "format", "text", "print the inventory as `FORMAT`: text (a table), json")
	return cmd
}

func (a *app) keys(ctx context.Context, f *loadFlags, format string, patterns []string) error {
	stop, err := f.profile()
	if err != nil {
		return err
	}
	inventory := analyzer.Inventory(analyzer.Config{RegistryFile: f.registry})
	res, env, err := a.analyse(ctx, f, []*analysis.Analyzer{inventory}, patterns)
	if err = errors.Join(err, stop()); err != nil {
		return err
	}
	if format == "json" {
		return report.KeysJSON(a.stdout, env.root, res.Entries)
	}
	if env.noRegistry && len(res.Packages) > 0 {
		fmt.Fprintln(a.stderr, "tenantkey: there is no registry.yaml: what the tenant is was guessed from names (see tenantkey help registry)")
	}
	return report.KeysTable(a.stdout, env.dir, res.Entries)
}
