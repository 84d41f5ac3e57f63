module github.com/tenantkey/tenantkey

go 1.26.0

require golang.org/x/tools v0.52.0

require github.com/golangci/plugin-module-register v0.1.2

require (
	github.com/fatih/color v1.19.0
	github.com/mattn/go-colorable v0.1.14 // indirect
	github.com/mattn/go-isatty v0.0.20 // indirect
	github.com/santhosh-tekuri/jsonschema/v6 v6.0.2
	golang.org/x/mod v0.42.0
	golang.org/x/sync v0.24.0 // indirect
	golang.org/x/text v0.14.0 // indirect
)

require (
	github.com/google/go-cmp v0.7.0
	github.com/inconshreveable/mousetrap v1.1.0 // indirect
	github.com/rogpeppe/go-internal v1.16.0
	github.com/spf13/cobra v1.10.2
	github.com/spf13/pflag v1.0.9
	golang.org/x/sys v0.49.0 // indirect
	golang.org/x/term v0.47.0
	gopkg.in/yaml.v3 v3.0.1
)
