module github.com/tenantkey/tenantkey/cmd/tenantkey-gopls

go 1.26.0
