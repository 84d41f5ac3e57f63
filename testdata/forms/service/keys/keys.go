// Package keys builds keys in the ways that services do.
package keys

import "fmt"

// Format puts the service's name before a key that callers write a format for.
func Format(format string, args ...any) string {
	return "svc:" + fmt.Sprintf(format, args...)
}

// Pair has the format, its callers the operands.
func Pair(args ...any) string { return fmt.Sprintf("pair:%v:%v", args...) }
