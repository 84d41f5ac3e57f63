// Package keys puts keys together for other packages.
package keys

import "strings"

func Doc(path, title string) string { return "doc:" + path + ":" + title }

func Join(parts ...string) string { return strings.Join(parts, "|") }
