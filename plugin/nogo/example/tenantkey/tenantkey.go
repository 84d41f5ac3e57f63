// Package tenantkey is tenantkey's rule tenantkey for nogo, which takes one analyzer
// from each package.
package tenantkey

import "github.com/tenantkey/tenantkey/plugin/nogo/example/policy"

// Analyzer is the rule.
var Analyzer = policy.Rule("tenantkey")
