// Package keydeps is tenantkey's rule keydeps for nogo, which takes one analyzer
// from each package.
package keydeps

import "github.com/tenantkey/tenantkey/plugin/nogo/example/policy"

// Analyzer is the rule.
var Analyzer = policy.Rule("keydeps")
