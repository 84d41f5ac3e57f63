package doctest

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"golang.org/x/mod/modfile"
)

// licenceText is what the text of each licence has in it.
var licenceText = map[string]string{
	"MIT":                "Permission is hereby granted, free of charge",
	"BSD-3-Clause":       "Redistribution and use in source and binary forms",
	"Apache-2.0":         "Apache License",
	"MIT and Apache-2.0": "MIT and Apache",
}

var licenceRow = regexp.MustCompile(`(?m)^\| ([a-z]+[a-z.]*\.[a-z]+/\S+) \| ([^|]+?) \|$`)

// TestLicences: the list of licences has the modules of go.mod, no other, and
// each with the licence that its own file gives.
func TestLicences(t *testing.T) {
	data, err := os.ReadFile("../../go.mod")
	if err != nil {
		t.Fatal(err)
	}
	mod, err := modfile.Parse("go.mod", data, nil)
	if err != nil {
		t.Fatal(err)
	}
	page, err := os.ReadFile("../../docs/robustness.md")
	if err != nil {
		t.Fatal(err)
	}
	listed := map[string]string{}
	for _, m := range licenceRow.FindAllStringSubmatch(string(page), -1) {
		listed[m[1]] = m[2]
	}
	for _, r := range mod.Require {
		path := r.Mod.Path
		licence, ok := listed[path]
		delete(listed, path)
		if !ok || licenceText[licence] == "" {
			t.Errorf("%s: the licence %q is not one that is known", path, licence)
			continue
		}
		if text := licenceOf(t, path); text != "" && !strings.Contains(text, licenceText[licence]) {
			t.Errorf("%s is listed as %s: its own file says otherwise", path, licence)
		}
	}
	for path := range listed {
		t.Errorf("%s is listed, and not in go.mod", path)
	}
}

// licenceOf returns the licence of a module, "" when the module is not here: no
// build of this system needs it.
func licenceOf(t *testing.T, path string) string {
	t.Helper()
	out, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", path).Output()
	dir := strings.TrimSpace(string(out))
	if err != nil || dir == "" {
		return ""
	}
	names, err := filepath.Glob(filepath.Join(dir, "LICENSE*"))
	if err != nil || len(names) == 0 {
		t.Errorf("%s has no licence", path)
		return ""
	}
	text, err := os.ReadFile(names[0])
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}
