module github.com/tenantkey/tenantkey/plugin/nogo

go 1.26.0

require (
	github.com/google/go-cmp v0.7.0
	github.com/tenantkey/tenantkey v0.0.0-00010101000000-000000000000
	golang.org/x/tools v0.52.0
)

require gopkg.in/yaml.v3 v3.0.1 // indirect

replace github.com/tenantkey/tenantkey => ../..
