package stores

import (
	"go/types"
	"slices"
	"strings"
	"unicode"
)

// rueidis and valkey-go generate a type for every step of every command:
//
//	client.B().Zrangestore().Dst(key).Src(key2)…
//	           Zrangestore ─ ZrangestoreDst ─ ZrangestoreSrc …
//
// A method that takes a key is known by its name, and the op by the command
// that the receiver's type name begins with. The names are those whose
// bodies hash the argument to a cluster slot, which a test holds them to.
//
// https://pkg.go.dev/github.com/redis/rueidis#Builder
var builderKeys = map[string]bool{
	"Key": true, "Keys": true, "Key1": true, "Key2": true, "KeyValue": true, "KeyTimestampValue": true,
	"Source": true, "Sourcekey": true, "SourceKey": true, "Src": true,
	"Destination": true, "DestinationKey": true, "Destkey": true, "Dst": true, "Newkey": true,
	"Store": true, "Storedist": true, "Channel": true, "Graph": true,
}

// builderPatterns is the methods that take a glob pattern when the command's
// keys are patterns: KEYS, SCAN, PSUBSCRIBE; for others it is a field's.
var builderPatterns = map[string]bool{"Pattern": true, "Match": true}

// builderNoKeys is the types whose Key is none: CLUSTER KEYSLOT only computes,
// RedisGears' settings are no data.
var builderNoKeys = []string{"ClusterKeyslot", "RgConfigget", "RgConfiggetKey", "RgConfigset", "RgConfigsetKeyValue"}

// builderRow returns the row of a builder's method.
func builderRow(fn *types.Func, recv, store string) (*Row, bool) {
	name := fn.Name()
	if !builderKeys[name] && !builderPatterns[name] || recv == "Builder" {
		return nil, false
	}
	c := builderCommand(recv)
	params := fn.Signature().Params()
	if params.Len() == 0 || !isStrings(params.At(0).Type()) || slices.Contains(builderNoKeys, recv) {
		return nil, false
	}
	row := &Row{Store: store, Op: Other, Keys: at(0)}
	if c != nil {
		row.Op = c.op()
		row.Pattern = c.pattern
	}
	if builderPatterns[name] && !row.Pattern {
		return nil, false
	}
	if fn.Signature().Variadic() {
		row.Keys = each(0)
	}
	if last := params.Len() - 1; last > 0 {
		row.Values = at(last)
	}
	return row, true
}

// isStrings reports whether t is string or, for a variadic parameter, []string.
func isStrings(t types.Type) bool {
	if s, ok := t.(*types.Slice); ok {
		t = s.Elem()
	}
	b, ok := t.Underlying().(*types.Basic)
	return ok && b.Kind() == types.String
}

// builderCommand returns the command that a builder type's name begins with,
// nil when the table does not have it: SetKey is SET, JsonGetPath is JSON.GET,
// XgroupCreateKey is XGROUP CREATE, EvalRoScript is EVAL_RO.
func builderCommand(recv string) *redisCommand {
	words := camelWords(recv, 3)
	commands := redisCommands()
	if len(words) > 2 {
		if c := commands[words[0]+"."+words[1]+"_"+words[2]]; c != nil {
			return c
		}
	}
	if len(words) > 1 {
		for _, separator := range []string{".", "|", "_"} {
			if c := commands[words[0]+separator+words[1]]; c != nil {
				return c
			}
		}
	}
	return commands[words[0]]
}

// camelWords splits a name before its capitals, and returns the first n words in lower case.
func camelWords(name string, n int) []string {
	var words []string
	start := 0
	for i, r := range name {
		if i > start && unicode.IsUpper(r) {
			words = append(words, strings.ToLower(name[start:i]))
			if start = i; len(words) == n {
				return words
			}
		}
	}
	return append(words, strings.ToLower(name[start:]))
}
