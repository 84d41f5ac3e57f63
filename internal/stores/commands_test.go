package stores

import (
	"slices"
	"testing"
)

func TestCommandTablesParse(t *testing.T) {
	for _, table := range []string{commandTable, addendum} {
		commands, err := parseCommands(table)
		if err != nil {
			t.Error(err)
		}
		if len(commands) < 100 {
			t.Errorf("%d commands, want more than 100", len(commands))
		}
		seen := make(map[string]bool)
		for _, c := range commands {
			if seen[c.name] {
				t.Errorf("%s is there twice", c.name)
			}
			seen[c.name] = true
		}
	}
	for name := range opsOfCommands() {
		if redisCommands()[name] == nil {
			t.Errorf("ops.go: no command %s", name)
		}
	}
}

func TestCommandKeys(t *testing.T) {
	for _, test := range []struct {
		args []string
		keys []int
		op   Op
		ok   bool
	}{
		{[]string{"GET", ""}, []int{1}, Get, true},
		{[]string{"set", "", "", "EX", ""}, []int{1}, Set, true},
		{[]string{"MSET", "", "", "", ""}, []int{1, 3}, Set, true},
		{[]string{"MGET", "", ""}, []int{1, 2}, Get, true},
		{[]string{"DEL", "", "", ""}, []int{1, 2, 3}, Delete, true},
		{[]string{"BLPOP", "", "", "0"}, []int{1, 2}, Get, true},
		{[]string{"ZUNIONSTORE", "", "2", "", "", "WEIGHTS", "1", "2"}, []int{1, 3, 4}, Set, true},
		{[]string{"ZUNIONSTORE", "", "", "", ""}, nil, Set, false},
		{[]string{"EVAL", "", "2", "", "", ""}, []int{3, 4}, Other, true},
		{[]string{"EVAL", "", "0", ""}, nil, Other, true},
		{[]string{"EVAL", "", "", "", ""}, nil, Other, false},
		{[]string{"EVAL", "", "3", ""}, nil, Other, false},
		{[]string{"XREAD", "COUNT", "", "STREAMS", "", "", "0", "0"}, []int{4, 5}, Get, true},
		{[]string{"xreadgroup", "group", "", "", "streams", "", ">"}, []int{5}, Get, true},
		{[]string{"XREAD", "", "", ""}, nil, Get, false},
		{[]string{"GEORADIUS", "", "", "", "", "m", "STORE", ""}, []int{1, 7}, Get, true},
		{[]string{"GEORADIUS", "", "", "", "", "m"}, []int{1}, Get, true},
		{[]string{"MIGRATE", "", "", "", "0", "10", "KEYS", "", ""}, []int{3, 7, 8}, Other, true},
		{[]string{"SORT", "", "BY", ""}, []int{1}, Get, true},
		{[]string{"SORT", "", "ALPHA", "STORE", ""}, []int{1, 4}, Get, true},
		{[]string{"OBJECT", "ENCODING", ""}, []int{2}, Get, true},
		{[]string{"OBJECT", "", ""}, nil, Other, false},
		{[]string{"XGROUP", "CREATE", "", "", "$"}, []int{2}, Other, true},
		{[]string{"XGROUP", "DESTROY", "", ""}, []int{2}, Delete, true},
		{[]string{"BITOP", "AND", "", "", ""}, []int{2, 3, 4}, Set, true},
		{[]string{"TTL", ""}, []int{1}, Expire, true},
		{[]string{"HINCRBY", "", "f", "1"}, []int{1}, Incr, true},
		{[]string{"HEXPIRE", "", "10", "FIELDS", "1", "f"}, []int{1}, Expire, true},
		{[]string{"JSON.MSET", "", "$", "", "", "$", ""}, []int{1, 4}, Set, true},
		{[]string{"JSON.MGET", "", "", "$"}, []int{1, 2}, Get, true},
		{[]string{"MSETEX", "2", "", "", "", "", "EX", "1"}, []int{2, 4}, Set, true},
		{[]string{"PUBLISH", "", ""}, []int{1}, Publish, true},
		{[]string{"SUBSCRIBE", "", ""}, []int{1, 2}, Other, true},
		{[]string{"SCAN", "", "MATCH", "", "COUNT", "10"}, []int{3}, Scan, true},
		{[]string{"SCAN", ""}, nil, Scan, true},
		{[]string{"HSCAN", "", "0", "MATCH", "x*"}, []int{1}, Scan, true},
		{[]string{"FLUSHALL"}, nil, Flush, true},
		{[]string{"PING"}, nil, Other, true},
		{[]string{"CLIENT", "SETNAME", ""}, nil, Other, true},
		{[]string{"GET"}, nil, Get, false},
		{[]string{"NOSUCH", ""}, nil, Other, false},
		{[]string{"", ""}, nil, Other, false},
		{nil, nil, Other, false},
	} {
		keys, op, ok := CommandKeys(test.args)
		if !slices.Equal(keys, test.keys) || op != test.op || ok != test.ok {
			t.Errorf("CommandKeys(%q) = %v, %s, %v, want %v, %s, %v", test.args, keys, op, ok, test.keys, test.op, test.ok)
		}
	}
}

func TestCommandPattern(t *testing.T) {
	for _, test := range []struct {
		args []string
		want bool
	}{
		{[]string{"KEYS", ""}, true},
		{[]string{"scan", "", "match", ""}, true},
		{[]string{"PSUBSCRIBE", ""}, true},
		{[]string{"SUBSCRIBE", ""}, false},
		{[]string{"HSCAN", "", "0", "MATCH", ""}, false},
		{[]string{"GET", "a*"}, false},
	} {
		if got := CommandPattern(test.args); got != test.want {
			t.Errorf("CommandPattern(%q) = %v, want %v", test.args, got, test.want)
		}
	}
}
