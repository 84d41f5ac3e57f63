package report

import (
	"fmt"
	"io"
	"strings"
	"text/tabwriter"
)

// KeysTable prints the inventory as a table for people, file names relative
// to dir.
func KeysTable(w io.Writer, dir string, entries []Entry) error {
	tw := tabwriter.NewWriter(w, 0, 8, 2, ' ', 0)
	fmt.Fprintln(tw, "PLACE\tSTORE\tOP\tTENANT\tPATTERN\tFINDING\tKEY")
	var unseen []Entry
	for _, e := range entries {
		if e.Unseen != "" {
			unseen = append(unseen, e)
			continue
		}
		keys := strings.Join(e.Keys, " | ")
		if keys == "" && e.Why != "" {
			keys = "? " + e.Why
		}
		fmt.Fprintf(tw, "%s:%d:%d\t%s\t%s\t%s\t%s\t%s\t%s\n",
			ShortName(dir, e.File), e.Line, e.Column, e.Store, e.Op, e.Tenant, orDash(e.Pattern), orDash(e.Finding), keys)
	}
	if err := tw.Flush(); err != nil {
		return err
	}
	return storesLines(w, unseen)
}

// storesLines prints the methods that may be stores as lines for a registry.
func storesLines(w io.Writer, unseen []Entry) error {
	if len(unseen) == 0 {
		return nil
	}
	var b strings.Builder
	b.WriteString("\nThese interface methods look like stores, and no implementation can be seen from their callers.\n" +
		"Keys that they are given are listed once registry.yaml has the lines of those that are:\n\nstores:\n")
	seen := map[string]bool{}
	for _, e := range unseen {
		if !seen[e.Call] {
			seen[e.Call] = true
			fmt.Fprintf(&b, "  - func: %s\n    key: %s\n    op: %s\n", e.Call, e.Unseen, e.Op)
		}
	}
	_, err := io.WriteString(w, b.String())
	return err
}

func orDash(s string) string {
	if s == "" {
		return "-"
	}
	return s
}
