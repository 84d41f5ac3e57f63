package main

import (
	"errors"
	"fmt"
	"os"
	"slices"
	"time"
)

// edit adds a function to a Go file, another one each time, and returns what
// puts the file back as it was.
func edit(file string) (restore func() error, err error) {
	info, err := os.Stat(file)
	if err != nil {
		return nil, err
	}
	text, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	restore = func() error {
		return errors.Join(os.WriteFile(file, text, info.Mode()), os.Chtimes(file, info.ModTime(), info.ModTime()))
	}
	n := time.Now().UnixNano()
	added := fmt.Sprintf("\nfunc addedToMeasure%d() int { return %d }\n", n, n)
	if err := os.WriteFile(file, slices.Concat(text, []byte(added)), info.Mode()); err != nil {
		return nil, errors.Join(err, restore())
	}
	return restore, nil
}
