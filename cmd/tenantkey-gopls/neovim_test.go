package main

import (
	"bytes"
	"encoding/json"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// Neovim, without a screen, is a real editor on the server: it shows what is
// found and applies the fixes that the server offers.
func TestNeovim(t *testing.T) {
	built := server(t)
	nvim, err := exec.LookPath("nvim")
	if err != nil {
		t.Skip("NOT TRIED IN NEOVIM: there is no nvim (Debian's package neovim)")
	}
	script, err := filepath.Abs(filepath.Join("testdata", "client.lua"))
	if err != nil {
		t.Fatal(err)
	}
	dir, file, text := incident(t)
	home := t.TempDir()
	cmd := exec.CommandContext(t.Context(), nvim, "--headless", "--clean", "-n", "-c", "luafile "+script)
	cmd.Dir = dir
	cmd.Env = append(cmd.Environ(), "GOWORK=off", "GOPROXY=off", "GOPLSCACHE="+filepath.Join(home, "gopls"), "XDG_STATE_HOME="+home, "XDG_DATA_HOME="+home,
		"SERVER="+built, "FILE="+file, "ROOT="+dir)
	var out, diag bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &diag
	if err := cmd.Run(); err != nil {
		t.Fatalf("%v\n%s%s", err, out.String(), diag.String())
	}
	var seen struct {
		Before []struct {
			Line, Column int
			Message      string
		}
		Titles []string
		After  int
	}
	if err := json.Unmarshal(out.Bytes(), &seen); err != nil {
		t.Fatalf("%v\n%s%s", err, out.String(), diag.String())
	}
	if len(seen.Before) != 2 || !strings.Contains(seen.Before[0].Message, "has no tenant segment") || seen.Before[0].Line != 1+strings.Count(text[:strings.Index(text, "fmt.Sprintf")], "\n") {
		t.Errorf("shown: %+v", seen.Before)
	}
	if seen.After != 0 || len(seen.Titles) != 2 || !strings.HasPrefix(seen.Titles[0], "Add tenantID to the key") {
		t.Errorf("after the fixes %q there are %d findings", seen.Titles, seen.After)
	}
	if want := strings.ReplaceAll(text, `"project:%d", projectID`, `"project:%s:%d", tenantID, projectID`); read(t, file) != want {
		t.Errorf("saved:\n%s", read(t, file))
	}
}
