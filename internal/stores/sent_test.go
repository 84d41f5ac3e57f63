package stores

import (
	"encoding/json"
	"fmt"
	"os/exec"
	"slices"
	"strings"
	"testing"
)

// opsOfOptions is the methods of go-redis whose op is not that of their
// command, but of an option of it.
var opsOfOptions = map[string]Op{
	"GeoRadiusByMemberStore": Set, // GEORADIUSBYMEMBER … STORE
	"GeoRadiusStore":         Set, // GEORADIUS … STORE
	"SortStore":              Set, // SORT … STORE
	"ZAddArgsIncr":           Incr,
	"ZIncr":                  Incr, // ZADD … INCR
	"ZIncrNX":                Incr,
	"ZIncrXX":                Incr,
}

// TestRowsAgreeWithCommands calls go-redis's methods with arguments that can
// be told apart, and holds the rows against what CommandKeys says of the
// commands that they send.
func TestRowsAgreeWithCommands(t *testing.T) {
	cmd := exec.Command("go", "run", "./sent")
	cmd.Dir = clientsDir
	out, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	compared := 0
	for line := range strings.Lines(string(out)) {
		var call struct {
			Client, Method string
			Args           []string
		}
		if err := json.Unmarshal([]byte(line), &call); err != nil {
			t.Fatal(err)
		}
		keys, op, ok := CommandKeys(call.Args)
		row := index()[call.Client].rows()["cmdable"][call.Method]
		if row == nil {
			if len(keys) > 0 && !isException(call.Method) {
				t.Errorf("%s has no row, but keys %v in %q", call.Method, keys, call.Args)
			}
			continue
		}
		if strings.HasPrefix(call.Method, "Do") {
			continue // its arguments are the command
		}
		if !ok {
			t.Errorf("%s: no keys known of %q", call.Method, call.Args)
			continue
		}
		compared++
		var got []string
		for _, at := range keys {
			got = append(got, call.Args[at])
		}
		if want := sentKeys(row, call.Args); !sameSet(got, want) {
			t.Errorf("%s: the row says %q, the command table %q of %q", call.Method, want, got, call.Args)
		}
		if o, ok := opsOfOptions[call.Method]; ok {
			op = o
		}
		if row.Op != op {
			t.Errorf("%s: the row says %s, the command table %s of %q", call.Method, row.Op, op, call.Args)
		}
	}
	if compared < 600 {
		t.Errorf("%d methods compared, want more than 600", compared)
	}
}

func isException(method string) bool {
	return slices.ContainsFunc(exceptions, func(e exception) bool {
		return slices.Contains(strings.Fields(e.names), method)
	})
}

// sentKeys is the arguments, as the command in testdata names them, that a
// row says are keys: the parameter's number, the index in a slice, the field.
func sentKeys(row *Row, args []string) []string {
	var keys []string
	for _, p := range row.Keys {
		name := fmt.Sprintf("p%d", p.Arg)
		if p.Field != "" {
			name += "." + p.Field
		}
		switch {
		case p.Shape == Each, p.Deep == Each:
			keys = append(keys, elements(name, 6, 1)...)
		case p.Shape == Pairs:
			keys = append(keys, elements(name, 6, 2)...)
		case p.Shape == Triples:
			keys = append(keys, elements(name, 6, 3)...)
		case p.Shape == Streams && strings.HasSuffix(args[len(args)-1], ".ID"):
			keys = append(keys, elements(name, 6, 1)...)
		case p.Shape == Streams:
			keys = append(keys, elements(name, 3, 1)...)
		case p.Shape == MapKeys:
			keys = append(keys, name+".key")
		case p.Shape == EachField:
			for _, e := range elements(fmt.Sprintf("p%d", p.Arg), 6, 1) {
				keys = append(keys, e+"."+p.Field)
			}
		default:
			keys = append(keys, name)
		}
	}
	return keys
}

func elements(name string, n, step int) []string {
	var all []string
	for i := 0; i < n; i += step {
		all = append(all, fmt.Sprintf("%s.%d", name, i))
	}
	return all
}

func sameSet(a, b []string) bool {
	a, b = slices.Sorted(slices.Values(a)), slices.Sorted(slices.Values(b))
	return slices.Equal(a, b)
}
