package main

import (
	"bytes"
	"os"
	"os/exec"
	"testing"
)

// TestTableIsCurrent holds the committed table against the server that is
// installed, when it is the version that the table was taken from.
func TestTableIsCurrent(t *testing.T) {
	committed, err := os.ReadFile("../commands.tsv")
	if err != nil {
		t.Fatal(err)
	}
	version, err := exec.Command("redis-server", "--version").Output()
	if err != nil {
		t.Skip("redis-server is not installed")
	}
	if v := "\n# Redis " + serverVersion(string(version)) + ":"; !bytes.Contains(committed, []byte(v)) {
		t.Skip("redis-server is of another version than the table")
	}
	table, err := generate()
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(table, committed) {
		t.Error("commands.tsv is not what the server answers: run go generate ./internal/stores")
	}
}

func TestServerVersion(t *testing.T) {
	if got := serverVersion("Redis server v=7.0.15 sha=00000000:0 bits=64"); got != "7.0.15" {
		t.Errorf("serverVersion = %q", got)
	}
}
