package main

import (
	"fmt"
	"strings"
	"time"
)

// table writes what was measured in Markdown, and below it the packages that
// were left out.
func table(all []measured) string {
	var b strings.Builder
	b.WriteString("| repository | commit | call sites found | templates | tenant verdict | reported of those that deserve it | false alarms | time |\n")
	b.WriteString("|---|---|---|---|---|---|---|--:|\n")
	for _, m := range all {
		commit := m.commit
		if len(commit) > 12 {
			commit = commit[:12]
		}
		fmt.Fprintf(&b, "| %s | %s | %s | %s |\n", m.name, commit, strings.Join(m.numbers, " | "), m.took.Round(100*time.Millisecond))
	}
	for _, m := range all {
		if len(m.left) > 0 {
			fmt.Fprintf(&b, "\n%s without the packages that do not load: %s\n", m.name, strings.Join(m.left, ", "))
		}
	}
	return b.String()
}
