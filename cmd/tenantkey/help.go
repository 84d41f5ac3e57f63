package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"
	"golang.org/x/tools/go/analysis"
)

// setHelp makes help print flags with one dash, and know the analyzers.
func (a *app) setHelp(root *cobra.Command, rules []*analysis.Analyzer) {
	root.SetUsageFunc(func(c *cobra.Command) error {
		fmt.Fprint(c.OutOrStdout(), usage(c, rules))
		return nil
	})
	root.SetHelpFunc(func(c *cobra.Command, _ []string) {
		fmt.Fprintf(c.OutOrStdout(), "%s\n\n%s", strings.TrimSpace(firstOf(c.Long, c.Short)), usage(c, rules))
	})
	root.SetHelpCommand(&cobra.Command{
		Use:   "help [NAME]",
		Short: "Explain a command, a rule or a topic",
		Args:  cobra.MaximumNArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			return a.help(root, rules, args)
		},
	})
}

func (a *app) help(root *cobra.Command, rules []*analysis.Analyzer, args []string) error {
	if len(args) == 0 {
		return root.Help()
	}
	for _, rule := range rules {
		if rule.Name == args[0] {
			fmt.Fprint(a.stdout, ruleHelp(rule))
			return nil
		}
	}
	for _, c := range root.Commands() {
		if c.Name() == args[0] {
			return c.Help()
		}
	}
	if text, ok := topics[args[0]]; ok {
		fmt.Fprintln(a.stdout, strings.TrimSpace(text))
		return nil
	}
	return fmt.Errorf("there is no help on %q: run tenantkey help for the names there are", args[0])
}

// ruleHelp is an analyzer's doc, with its flags.
func ruleHelp(a *analysis.Analyzer) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s: %s\n", a.Name, strings.TrimSpace(a.Doc))
	if flags := flagUsages(ownFlags(a)); flags != "" {
		fmt.Fprintf(&b, "\nFlags:\n%s", flags)
	}
	if a.URL != "" {
		fmt.Fprintf(&b, "\n%s\n", a.URL)
	}
	return b.String()
}

// usage is the part of a command's help that is the same for all.
func usage(c *cobra.Command, rules []*analysis.Analyzer) string {
	var b strings.Builder
	fmt.Fprintf(&b, "Usage:\n  %s\n", c.UseLine())
	if !c.HasParent() {
		b.WriteString("  tenantkey COMMAND\n  go vet -vettool=$(which tenantkey) [packages]\n\nCommands:\n")
		for _, sub := range c.Commands() {
			if sub.IsAvailableCommand() || sub.Name() == "help" {
				fmt.Fprintf(&b, "  %-12s %s\n", sub.Name(), sub.Short)
			}
		}
		b.WriteString("\nRules (tenantkey help RULE says more):\n")
		for _, r := range rules {
			summary, _, _ := strings.Cut(r.Doc, "\n")
			fmt.Fprintf(&b, "  %-12s %s\n", r.Name, summary)
		}
	}
	if flags := flagUsages(c.LocalFlags()); flags != "" {
		fmt.Fprintf(&b, "\nFlags:\n%s", flags)
	}
	return b.String()
}

func firstOf(ss ...string) string {
	for _, s := range ss {
		if s != "" {
			return s
		}
	}
	return ""
}

// topics are the pages of help that are no command.
var topics = map[string]string{
	"registry": `
registry.yaml lists every shape that a cache key may have, and says which part
of it is the tenant. It lies at the root of the module, or in the directory of
the packages that it is for.

    tenantkey: 1
    tenant:
      tenant_id:
        is: uuid
        from:
          - func: example.com/app/tenant.FromContext
    segments:
      project_id: int
    keys:
      project: project:{tenant_id}:{project_id}

Without keys: only the tenant is asked for. With keys: each key in the program
must match one of them.`,
}
