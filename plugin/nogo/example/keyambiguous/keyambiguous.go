// Package keyambiguous is tenantkey's rule keyambiguous for nogo, which takes one analyzer
// from each package.
package keyambiguous

import "github.com/tenantkey/tenantkey/plugin/nogo/example/policy"

// Analyzer is the rule.
var Analyzer = policy.Rule("keyambiguous")
