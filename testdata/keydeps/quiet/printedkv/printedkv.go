// Package printedkv prints names and values with a type that is called KV:
// nothing can be got out of it, so it is no cache.
package printedkv

import (
	"fmt"
	"io"
)

type KV struct {
	w     io.Writer
	lines []string
}

func (k *KV) Add(name, value string) *KV {
	k.lines = append(k.lines, name+"="+value)
	return k
}

func (k *KV) Print() { fmt.Fprintln(k.w, k.lines) }

// Show prints what a tenant has.
func Show(w io.Writer, tenantID, plan string) {
	(&KV{w: w}).Add("plan", plan+" of "+tenantID).Print()
}
