package stores

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"
	"sync"
)

//go:generate go run ./gen

// commandTable is Redis's own command table; addendum is what is newer than
// the server it was taken from, what is in modules, and what the table does
// not count as keys (channels, patterns) but is shared like them.
var (
	//go:embed commands.tsv
	commandTable string
	//go:embed addendum.tsv
	addendum string
)

// A redisCommand is a line of the command table.
type redisCommand struct {
	name    string // lower case; a subcommand as "xgroup|create"
	write   bool
	read    bool
	pattern bool // its keys are glob patterns
	specs   []keySpec
}

var redisCommands = sync.OnceValue(func() map[string]*redisCommand {
	byName := make(map[string]*redisCommand)
	for _, table := range []string{commandTable, addendum} {
		commands, err := parseCommands(table)
		if err != nil {
			panic(err) // an embedded file: a test parses it
		}
		for _, c := range commands {
			byName[c.name] = c
		}
	}
	return byName
})

func parseCommands(table string) (commands []*redisCommand, err error) {
	for line := range strings.Lines(table) {
		line = strings.TrimSuffix(line, "\n")
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		fields := strings.Split(line, "\t")
		if len(fields) != 3 {
			return nil, fmt.Errorf("%q: %d fields, want 3", line, len(fields))
		}
		c := &redisCommand{name: fields[0]}
		for flag := range strings.SplitSeq(fields[1], ",") {
			switch flag {
			case "write":
				c.write = true
			case "readonly":
				c.read = true
			case "pattern":
				c.pattern = true
			}
		}
		if fields[2] != "-" {
			for s := range strings.FieldsSeq(fields[2]) {
				spec, err := parseKeySpec(s)
				if err != nil {
					return nil, fmt.Errorf("%s: %w", c.name, err)
				}
				c.specs = append(c.specs, spec)
			}
		}
		commands = append(commands, c)
	}
	return commands, nil
}

// findCommand returns the command or subcommand that args are, nil when it is
// not known.
func findCommand(args []string) *redisCommand {
	if len(args) == 0 {
		return nil
	}
	name := strings.ToLower(args[0])
	if len(args) > 1 && args[1] != "" {
		if c := redisCommands()[name+"|"+strings.ToLower(args[1])]; c != nil {
			return c
		}
	}
	c := redisCommands()[name]
	if c != nil && c.container() && len(args) > 1 {
		return nil // a subcommand that is not constant or not known
	}
	return c
}

// container reports whether a command does nothing without a subcommand, and
// has one that takes keys.
func (c *redisCommand) container() bool {
	return slices.Contains([]string{"memory", "object", "xgroup", "xinfo", "himport", "pubsub"}, c.name)
}

// CommandKeys says which arguments of a Redis command are keys: args is the
// command's name and its arguments, "" for each that is not a constant. It
// returns the indices into args, the op, and whether the command is known and
// its keys can be told from what is constant. Channels count as keys. Keys
// that Redis itself can't tell from a command's arguments (SORT's BY and GET),
// and those after an optional keyword that is not a constant, are left out.
func CommandKeys(args []string) (keys []int, op Op, ok bool) {
	c := findCommand(args)
	if c == nil {
		return nil, Other, false
	}
	for i := range c.specs {
		at, how := c.specs[i].keys(args)
		switch how {
		case notConstant, notACommand:
			return nil, c.op(), false
		case optionalMiss:
			if len(keys) == 0 && len(c.specs) == 1 {
				return nil, c.op(), c.optionalKeys()
			}
		}
		keys = append(keys, at...)
	}
	slices.Sort(keys)
	return slices.Compact(keys), c.op(), true
}

// CommandPattern reports whether the keys of a Redis command are glob
// patterns: KEYS, SCAN MATCH, PSUBSCRIBE. args is as for CommandKeys.
func CommandPattern(args []string) bool {
	c := findCommand(args)
	return c != nil && c.pattern
}

// optionalKeys reports whether a command may do without the only keys it can
// have: SCAN without MATCH goes through all keys.
func (c *redisCommand) optionalKeys() bool { return c.op() == Scan }
