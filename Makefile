# Everything here needs Go, make and git; sarif needs npm too, and the test in
# Neovim needs nvim. Where these are missing that is said.
BIN         := bin/tenantkey
STATICCHECK := honnef.co/go/tools/cmd/staticcheck@v0.8.2
INCIDENT    := testdata/incident
# Flags for go test, such as -cover or -short.
TESTFLAGS   ?=

# Arguments for the programs of accuracy, bench, torture and mutate.
ARGS        ?=
FUZZTIME    ?= 10m

.PHONY: all build demo test modules lint self accuracy bench torture fuzz clean

all: build

# Without cgo, go vet's many starts of it need not load the C library.
build:
	@CGO_ENABLED=0 go build -o $(BIN) ./cmd/tenantkey

# The incident before its fix has findings, exit 1; after it none, exit 0.
demo: build
	@echo '$$ cd $(INCIDENT)/before && tenantkey ./...'
	@cd $(INCIDENT)/before && go mod download && { $(CURDIR)/$(BIN) ./...; test $$? -eq 1; }
	@echo
	@echo '$$ cd $(INCIDENT)/after && tenantkey ./...'
	@cd $(INCIDENT)/after && go mod download && $(CURDIR)/$(BIN) ./...

# The programs under testdata are modules of their own, with the real clients
# as dependencies. The tests load them without the network.
modules:
	@find testdata internal registry analyzer -name go.mod -path '*testdata*' | sort | while read -r mod; do \
		(cd "$$(dirname "$$mod")" && go mod download) || exit 1; \
	done

test: modules
	go test $(TESTFLAGS) ./...

lint: self
	@bad=$$(git ls-files -z '*.go' | xargs -0 gofmt -l); \
		if [ -n "$$bad" ]; then printf 'run gofmt -w on:\n%s\n' "$$bad"; exit 1; fi
	go vet ./...
	go run $(STATICCHECK) ./...

# The linter on its own code, by itself and as a vet tool.
self: build
	$(BIN) ./...
	go vet -vettool=$(CURDIR)/$(BIN) ./...

# What is measured against call sites that were read by hand, and beside other
# linters: the programs' own comments say what they need.
accuracy:
	go run ./scripts/accuracy $(ARGS)

bench:
	go test ./registry -run '^$$' -bench 'Prove/.*/1000$$' -benchtime 6x
	go run ./scripts/bench $(ARGS)

# The analysis on code that nobody wrote for it; what the tests would notice.
torture:
	TENANTKEY_TORTURE=1 go test -count=1 -timeout 30m -run TestStandardLibrary -v ./internal/resolve
	go run ./scripts/torture $(ARGS)

.PHONY: mutate
mutate:
	go run ./scripts/mutate $(ARGS)

# Each fuzz target for FUZZTIME.
fuzz:
	@git grep -n '^func Fuzz' -- '*_test.go' | sed 's/^\([^:]*\)\/[^:/]*:[0-9]*:func \(Fuzz[A-Za-z0-9_]*\).*/\1 \2/' | sort | \
	while read -r pkg target; do \
		echo "== ./$$pkg $$target"; \
		go test "./$$pkg" -run '^$$' -fuzz "^$$target\$$" -fuzztime $(FUZZTIME) || exit 1; \
	done

clean:
	rm -rf bin .cache

# Tenantkey in the programs of others. These download and compile them, which
# takes minutes, so make test leaves them out.
.PHONY: golangci gopls nogo sarif examples drivers

GOPLS     := $(CURDIR)/bin/tenantkey-gopls
MULTITOOL := $(CURDIR)/.cache/sarif/node_modules/@microsoft/sarif-multitool-linux/Sarif.Multitool

golangci: modules
	cd plugin/gcl && go test -count=1 -timeout 30m ./...

nogo: modules
	cd plugin/nogo && go test -count=1 -timeout 30m ./...

gopls:
	cd cmd/tenantkey-gopls && go run . -tenantkey ../.. -o $(GOPLS)

# The examples of the docs that other programs read.
examples:
	cd plugin/ci && go test -count=1 ./...

# Microsoft's validator of SARIF comes from npm, and runs on Linux.
$(MULTITOOL):
	@npm install --no-save --no-audit --no-fund --ignore-scripts --silent --prefix .cache/sarif @microsoft/sarif-multitool-linux@5.7.0
	@chmod u+x $@

sarif:
	@if command -v npm >/dev/null; then \
		$(MAKE) --no-print-directory $(MULTITOOL) && \
		TENANTKEY_SARIF_MULTITOOL=$(MULTITOOL) go test -count=1 -run 'TestSARIF' -v ./cmd/tenantkey; \
	else \
		echo 'SARIF IS NOT VALIDATED: there is no npm to install the validator with' >&2; \
		test -z "$$CI"; \
	fi

drivers: golangci nogo gopls sarif examples
	cd cmd/tenantkey-gopls && TENANTKEY_GOPLS=$(GOPLS) go test -count=1 -timeout 30m -v ./...
