package registry

import (
	"errors"
	"fmt"
	"strings"
)

// ErrNotOurs says that a file is not a tenantkey registry: it has no line
// "tenantkey: 1". Such a file is left alone by Find; Load and Parse return an
// error that wraps this one.
var ErrNotOurs = errors.New("not a tenantkey registry: a registry has the line `tenantkey: 1`")

// A Position is a place in a registry file, counted from 1.
type Position struct {
	File         string
	Line, Column int
}

// String prints file:line:column.
func (p Position) String() string { return fmt.Sprintf("%s:%d:%d", p.File, p.Line, p.Column) }

// An Error is one thing that is wrong in a registry file.
type Error struct {
	Pos Position
	Msg string // what is wrong and what to do
	err error  // wrapped, may be nil
}

// Error prints file:line:column: message.
func (e *Error) Error() string { return e.Pos.String() + ": " + e.Msg }

// Unwrap returns the error behind e, if any.
func (e *Error) Unwrap() error { return e.err }

// Errors is everything that is wrong in a registry file, in file order.
type Errors []*Error

// Error prints one error a line.
func (es Errors) Error() string {
	lines := make([]string, len(es))
	for i, e := range es {
		lines[i] = e.Error()
	}
	return strings.Join(lines, "\n")
}

// Unwrap returns the single errors.
func (es Errors) Unwrap() []error {
	out := make([]error, len(es))
	for i, e := range es {
		out[i] = e
	}
	return out
}
