package main

import (
	"strings"
	"testing"
)

func TestAddToKey(t *testing.T) {
	src := "package cache\n\nfunc (an *node) cacheKey() file.Hash {\n\thasher := sha256.New()\n\treturn sum(hasher)\n}\n"
	want := strings.Replace(src, "sha256.New()\n", "sha256.New()\n\tfmt.Fprintf(hasher, \"tenantkey: %s\\n\", settings.TenantkeyDigest(an.ph.mp.CompiledGoFiles))\n", 1)
	got, err := addToKey([]byte(src))
	if err != nil || string(got) != want {
		t.Errorf("%v\n%s", err, got)
	}
	for _, bad := range []string{
		"package cache\n",
		strings.Replace(src, "hasher :=", "h :=", 1),
		strings.Replace(src, "an *node", "*node", 1),
	} {
		if got, err := addToKey([]byte(bad)); err == nil {
			t.Errorf("not refused:\n%s\n%s", bad, got)
		}
	}
}
