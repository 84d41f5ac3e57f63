package stores

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// notHashed is the methods of builders that take a key without hashing it to
// a slot, because Redis does not count it as one (channels, patterns), or
// because the command goes to any node (suggestion dictionaries, scripts of
// RedisAI, the keys that a search is limited to).
var notHashed = []string{
	"Publish.Channel", "Subscribe.Channel", "SubscribeChannel.Channel", "Unsubscribe.Channel", "UnsubscribeChannel.Channel",
	"Psubscribe.Pattern", "PsubscribePattern.Pattern", "Punsubscribe.Pattern", "PunsubscribePattern.Pattern",
	"PubsubChannels.Pattern", "PubsubShardchannels.Pattern", "PubsubNumsub.Channel", "PubsubNumsubChannel.Channel",
	"Keys.Pattern", "ScanCursor.Match", "ClusterscanCursor.Match",
	"FtSugadd.Key", "FtSugdel.Key", "FtSugget.Key", "FtSuglen.Key",
	"FtSearchInKeysInkeys.Key", "FtSearchInKeysKey.Key",
	"AiScriptexecuteKeysKey.Key", "AiScriptexecuteKeysKeys.Key",
}

// TestBuildersKnowWhatIsHashed reads the generated source of the builders,
// where a method that takes a key computes its slot, and holds the rule of
// builders.go to it.
func TestBuildersKnowWhatIsHashed(t *testing.T) {
	pkgs, err := loadClients()
	if err != nil {
		t.Fatal(err)
	}
	for _, pkg := range pkgs {
		if !index()[pkg.PkgPath].builders {
			continue
		}
		hashed := hashedMethods(t, filepath.Dir(pkg.GoFiles[0]))
		if len(hashed) < 400 {
			t.Fatalf("%s: %d methods compute a slot, want more than 400: is the generated code another?", pkg.PkgPath, len(hashed))
		}
		for _, fn := range exportedFuncs(pkg.Types) {
			recv, _ := receiver(fn)
			row, ok := Lookup(fn)
			if recv == "Completed" {
				continue // SetSlot routes a command that is already built
			}
			if fn.Signature().Params().Len() == 0 {
				continue // begins a command
			}
			want := hashed[recv+"."+fn.Name()] || slices.Contains(notHashed, recv+"."+fn.Name())
			if ok != want {
				t.Errorf("%s.%s: row %v, takes a key %v", recv, fn.Name(), ok, want)
			}
			if ok {
				checkRow(t, fn, row)
			}
		}
	}
}

// hashedMethods returns the methods "Recv.Name" that call slot.
func hashedMethods(t *testing.T, dir string) map[string]bool {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(dir, "*.go"))
	if err != nil {
		t.Fatal(err)
	}
	hashed := make(map[string]bool)
	for _, file := range files {
		if strings.HasSuffix(file, "_test.go") {
			continue
		}
		src, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		f, err := parser.ParseFile(token.NewFileSet(), file, src, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range f.Decls {
			if fn, ok := d.(*ast.FuncDecl); ok && fn.Recv != nil && callsSlot(fn) {
				recv := fn.Recv.List[0].Type
				if star, ok := recv.(*ast.StarExpr); ok {
					recv = star.X
				}
				hashed[recv.(*ast.Ident).Name+"."+fn.Name.Name] = true
			}
		}
	}
	return hashed
}

func callsSlot(fn *ast.FuncDecl) bool {
	calls := false
	ast.Inspect(fn.Body, func(n ast.Node) bool {
		if call, ok := n.(*ast.CallExpr); ok {
			id, ok := call.Fun.(*ast.Ident)
			calls = calls || ok && id.Name == "slot"
		}
		return true
	})
	return calls
}

func TestBuilderCommand(t *testing.T) {
	for recv, want := range map[string]string{
		"Set": "set", "SetKey": "set", "HgetField": "hget", "JsonGetPath": "json.get", "XgroupCreateKey": "xgroup|create",
		"EvalRoScript": "eval_ro", "TdigestTrimmedMeanKey": "tdigest.trimmed_mean", "ZunionstoreDestination": "zunionstore",
		"ObjectEncoding": "object|encoding", "MemoryUsageKey": "memory|usage", "GeoradiusRoKey": "georadius_ro", "TsAdd": "ts.add",
		"PubsubNumsub": "pubsub|numsub",
	} {
		if c := builderCommand(recv); c == nil || c.name != want {
			t.Errorf("builderCommand(%s) = %+v, want %s", recv, c, want)
		}
	}
	if c := builderCommand("GraphQuery"); c != nil {
		t.Errorf("builderCommand(GraphQuery) = %s", c.name)
	}
}
