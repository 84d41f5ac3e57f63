package main

import (
	"encoding/json"
	"fmt"
	"strings"
)

// A command is one line of the table.
type command struct {
	name  string
	flags []string
	specs []keySpec
	subs  []command
}

// A keySpec is one of a command's key specifications.
// https://redis.io/docs/latest/develop/reference/key-specs/
type keySpec struct {
	Begin struct {
		Type string
		Spec struct {
			Index     int
			Keyword   string
			StartFrom int `json:"startfrom"`
		}
	} `json:"begin_search"`
	Find struct {
		Type string
		Spec struct {
			LastKey   int `json:"lastkey"`
			KeyStep   int `json:"keystep"`
			Limit     int
			KeyNumIdx int `json:"keynumidx"`
			FirstKey  int `json:"firstkey"`
		}
	} `json:"find_keys"`
}

// decode reads one element of the reply to COMMAND: name, arity, flags, first
// key, last key, step, ACL categories, tips, key specifications, subcommands.
func decode(reply json.RawMessage) (command, error) {
	var fields []json.RawMessage
	if err := json.Unmarshal(reply, &fields); err != nil {
		return command{}, err
	}
	if len(fields) < 10 {
		return command{}, fmt.Errorf("a command of %d fields: Redis 7.0 or later is needed", len(fields))
	}
	var c command
	var subs []json.RawMessage
	for _, f := range []struct {
		at int
		to any
	}{{0, &c.name}, {2, &c.flags}, {8, &c.specs}, {9, &subs}} {
		if err := json.Unmarshal(fields[f.at], f.to); err != nil {
			return command{}, fmt.Errorf("command %s, field %d: %w", c.name, f.at, err)
		}
	}
	for _, s := range subs {
		sub, err := decode(s)
		if err != nil {
			return command{}, err
		}
		c.subs = append(c.subs, sub)
	}
	return c, nil
}

// line prints the command with the flags that say what it does and its key
// specifications in the notation of internal/stores.
func (c command) line() string {
	var flags, specs []string
	for _, f := range c.flags {
		if f == "write" || f == "readonly" || f == "pubsub" {
			flags = append(flags, f)
		}
	}
	for _, s := range c.specs {
		specs = append(specs, s.String())
	}
	return c.name + "\t" + orDash(strings.Join(flags, ",")) + "\t" + orDash(strings.Join(specs, " "))
}

func (s keySpec) String() string {
	begin, find := s.Begin.Spec, s.Find.Spec
	var b string
	switch s.Begin.Type {
	case "index":
		b = fmt.Sprintf("index=%d", begin.Index)
	case "keyword":
		b = fmt.Sprintf("keyword=%s,%d", begin.Keyword, begin.StartFrom)
	default:
		return "unknown"
	}
	switch s.Find.Type {
	case "range":
		return fmt.Sprintf("%s;range=%d,%d,%d", b, find.LastKey, find.KeyStep, find.Limit)
	case "keynum":
		return fmt.Sprintf("%s;keynum=%d,%d,%d", b, find.KeyNumIdx, find.FirstKey, find.KeyStep)
	default:
		return "unknown"
	}
}

func orDash(s string) string {
	if s == "" {
		return "-"
	}
	return s
}
