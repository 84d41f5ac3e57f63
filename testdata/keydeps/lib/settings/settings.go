// Package settings stands for a library that is set up by its variables.
package settings

// The account that the library works for.
var (
	Account string
	Product string
)
