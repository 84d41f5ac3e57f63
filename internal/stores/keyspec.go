package stores

import (
	"fmt"
	"strconv"
	"strings"
)

// A keySpec says where in a Redis command keys are, in the terms of
// https://redis.io/docs/latest/develop/reference/key-specs/, and is written
//
//	index=1;range=0,1,0          begin at argument 1; last key, step, limit
//	keyword=STREAMS,1;range=…    begin after that word, sought from argument 1 on
//	index=2;keynum=0,1,1         begin at 2; index of the number of keys, of the first key, step
//	unknown                      the server can't tell either
type keySpec struct {
	index     int
	keyword   string
	startFrom int

	keyNum            bool
	last, step, limit int // range
	num, first        int // keynum, with step
	unknown           bool
}

func parseKeySpec(s string) (spec keySpec, err error) {
	if s == "unknown" {
		return keySpec{unknown: true}, nil
	}
	begin, find, _ := strings.Cut(s, ";")
	kind, args, _ := strings.Cut(begin, "=")
	switch kind {
	case "index":
		spec.index, err = strconv.Atoi(args)
	case "keyword":
		word, from, _ := strings.Cut(args, ",")
		spec.keyword = word
		spec.startFrom, err = strconv.Atoi(from)
	default:
		err = fmt.Errorf("%q begins with neither index nor keyword", s)
	}
	if err != nil {
		return spec, err
	}
	kind, args, _ = strings.Cut(find, "=")
	switch kind {
	case "range":
		_, err = fmt.Sscanf(args, "%d,%d,%d", &spec.last, &spec.step, &spec.limit)
	case "keynum":
		spec.keyNum = true
		_, err = fmt.Sscanf(args, "%d,%d,%d", &spec.num, &spec.first, &spec.step)
	default:
		err = fmt.Errorf("%q finds keys by neither range nor keynum", s)
	}
	if err == nil && spec.step < 1 {
		err = fmt.Errorf("%q has no step", s)
	}
	return spec, err
}

// A found is what a key specification yields for a command.
type found uint8

const (
	foundKeys    found = iota // keys, or none because their keyword is not there
	notConstant               // where the keys are depends on an argument that is not a constant
	notACommand               // the server would refuse the command: too short, or no number
	optionalMiss              // the keyword is not there, but an argument that is not a constant could be it
)

// keys returns the indices of the keys in args.
func (s *keySpec) keys(args []string) ([]int, found) {
	if s.unknown {
		return nil, foundKeys
	}
	begin := s.index
	if s.keyword != "" {
		var how found
		if begin, how = s.seek(args); begin < 0 {
			return nil, how
		}
	}
	if begin >= len(args) {
		return nil, notACommand
	}
	if s.keyNum {
		return s.numbered(args, begin)
	}
	return s.ranged(args, begin), foundKeys
}

// seek returns the index after the keyword, or -1. A negative start counts
// from the end and goes backwards.
func (s *keySpec) seek(args []string) (int, found) {
	at, step := s.startFrom, 1
	if at < 0 {
		at, step = len(args)+at, -1
	}
	how := foundKeys
	for ; at > 0 && at < len(args); at += step {
		if strings.EqualFold(args[at], s.keyword) {
			return at + 1, foundKeys
		}
		if args[at] == "" {
			how = optionalMiss
		}
	}
	return -1, how
}

func (s *keySpec) numbered(args []string, begin int) ([]int, found) {
	if begin+s.num >= len(args) {
		return nil, notACommand
	}
	number := args[begin+s.num]
	if number == "" {
		return nil, notConstant
	}
	n, err := strconv.Atoi(number)
	if err != nil || n < 0 {
		return nil, notACommand
	}
	var keys []int
	for at := begin + s.first; n > 0; at, n = at+s.step, n-1 {
		if at >= len(args) {
			return nil, notACommand
		}
		keys = append(keys, at)
	}
	return keys, foundKeys
}

func (s *keySpec) ranged(args []string, begin int) []int {
	last := begin + s.last
	if s.last < 0 {
		last = len(args) + s.last
		if s.last == -1 && s.limit > 1 {
			last = begin + (len(args)-begin)/s.limit - 1
		}
	}
	var keys []int
	for at := begin; at <= last && at < len(args); at += s.step {
		keys = append(keys, at)
	}
	return keys
}
