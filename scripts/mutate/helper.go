package main

import (
	"fmt"
	"path/filepath"
)

func lineOf(m *mutant) string { return fmt.Sprintf("%s:%d", m.file, m.line) }

// helperFile is the file that the changed package gets: the switch, and what
// the changed expressions call.
func helperFile(pkgName string, ms []*mutant) (name string, src []byte, err error) {
	if len(ms) == 0 {
		return "", nil, fmt.Errorf("there is nothing to change")
	}
	name = filepath.Join(filepath.Dir(ms[0].file), "mutant_switch.go")
	return name, fmt.Appendf(nil, helperText, pkgName, len(ms)+1), nil
}

const helperText = `package %[1]s

import (
	"cmp"
	"os"
	"strconv"
	"sync/atomic"
)

var mutantNow, _ = strconv.Atoi(os.Getenv("TENANTKEY_MUTANT"))

var mutantLog = func() *os.File {
	name := os.Getenv("TENANTKEY_MUTANTS_REACHED")
	if name == "" {
		return nil
	}
	f, err := os.OpenFile(name, os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o666)
	if err != nil {
		panic(err)
	}
	return f
}()

var mutantReached [%[2]d]atomic.Bool

func mutantOn(id int) bool {
	if mutantLog != nil && !mutantReached[id].Swap(true) {
		mutantLog.WriteString(strconv.Itoa(id) + "\n")
	}
	return id == mutantNow
}

type mutantInt interface {
	~int | ~int8 | ~int16 | ~int32 | ~int64 | ~uint | ~uint8 | ~uint16 | ~uint32 | ~uint64 | ~uintptr
}

func mutantLess[T cmp.Ordered](id int, a, b T) bool {
	return a < b || mutantOn(id) && a == b
}

func mutantLessEq[T cmp.Ordered](id int, a, b T) bool {
	return a < b || !mutantOn(id) && a == b
}

func mutantMore[T cmp.Ordered](id int, a, b T) bool {
	return a > b || mutantOn(id) && a == b
}

func mutantMoreEq[T cmp.Ordered](id int, a, b T) bool {
	return a > b || !mutantOn(id) && a == b
}

func mutantAnd(id int, a bool, b func() bool) bool {
	if mutantOn(id) {
		return a || b()
	}
	return a && b()
}

func mutantOr(id int, a bool, b func() bool) bool {
	if mutantOn(id) {
		return a && b()
	}
	return a || b()
}

func mutantPlus[T mutantInt](id int, a, b T) T {
	if mutantOn(id) {
		return a - b
	}
	return a + b
}

func mutantMinus[T mutantInt](id int, a, b T) T {
	if mutantOn(id) {
		return a + b
	}
	return a - b
}

func mutantInstead(id, by, n int) int {
	if mutantOn(id) {
		return n + by
	}
	return n
}
`
