// Package conf has variables that other packages use in keys.
package conf

// Prefix is never assigned after its declaration, here or in the package that
// uses it.
var Prefix = "app:"

// Version is a constant.
const Version = "v2"
