package main

import "strings"

// goStyle turns the long flags of Go tools, which have one dash, into those
// that cobra knows, which have two. What follows a -- is left alone.
func goStyle(args []string) []string {
	out := make([]string, 0, len(args))
	for i, arg := range args {
		if arg == "--" {
			return append(out, args[i:]...)
		}
		if len(arg) > 1 && arg[0] == '-' && arg[1] != '-' {
			arg = "-" + arg
		}
		if arg == "--h" {
			arg = "--help"
		}
		out = append(out, arg)
	}
	return out
}

// oneDash writes flags as Go tools do in text that cobra made.
func oneDash(text string) string {
	var b strings.Builder
	for i, field := range strings.SplitAfter(text, "--") {
		if i > 0 && (field == "" || !isFlagStart(field[0])) {
			b.WriteByte('-') // a dash of the prose
		}
		b.WriteString(strings.TrimSuffix(field, "-"))
	}
	return b.String()
}

func isFlagStart(c byte) bool { return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' }
