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
	fmt.Fprintln(tw, "PLACE\tSTORE\tOP\tTENANT\tPATTERN\tKEY")
	for _, e := range entries {
		keys := strings.Join(e.Keys, " | ")
		if keys == "" && e.Why != "" {
			keys = "? " + e.Why
		}
		fmt.Fprintf(tw, "%s:%d:%d\t%s\t%s\t%s\t%s\t%s\n",
			ShortName(dir, e.File), e.Line, e.Column, e.Store, e.Op, e.Tenant, orDash(e.Pattern), keys)
	}
	return tw.Flush()
}

func orDash(s string) string {
	if s == "" {
		return "-"
	}
	return s
}
