// Command gen writes commands.tsv, the table of Redis's commands and of where
// their keys are, from what a redis-server answers to COMMAND. It starts a
// server of its own: redis-server and redis-cli must be installed.
//
//	go generate ./internal/stores
//
// https://redis.io/docs/latest/commands/command/
package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"log"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

func main() {
	log.SetFlags(0)
	log.SetPrefix("gen: ")
	table, err := generate()
	if err != nil {
		log.Fatal(err)
	}
	if err := os.WriteFile("commands.tsv", table, 0o644); err != nil {
		log.Fatal(err)
	}
}

func generate() ([]byte, error) {
	version, err := exec.Command("redis-server", "--version").Output()
	if err != nil {
		return nil, err
	}
	replies, err := askServer()
	if err != nil {
		return nil, err
	}
	var lines []string
	for _, reply := range replies {
		cmd, err := decode(reply)
		if err != nil {
			return nil, err
		}
		for _, c := range append([]command{cmd}, cmd.subs...) {
			lines = append(lines, c.line())
		}
	}
	slices.Sort(lines)
	var out bytes.Buffer
	fmt.Fprintf(&out, "# Written by internal/stores/gen from the reply to COMMAND of a Redis server; don't edit.\n")
	fmt.Fprintf(&out, "# Redis %s: https://redis.io/docs/latest/commands/command/\n", serverVersion(string(version)))
	fmt.Fprintf(&out, "# command\tflags\tkey specs, see keyspec.go\n")
	for _, line := range lines {
		fmt.Fprintln(&out, line)
	}
	return out.Bytes(), nil
}

// serverVersion takes the number out of "Redis server v=7.0.15 sha=…".
func serverVersion(s string) string {
	for f := range strings.FieldsSeq(s) {
		if v, ok := strings.CutPrefix(f, "v="); ok {
			return v
		}
	}
	return "of an unknown version"
}

// askServer starts a server that listens on a socket only and saves nothing,
// and returns its reply to COMMAND.
func askServer() (replies []json.RawMessage, err error) {
	dir, err := os.MkdirTemp("", "gen")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	socket := filepath.Join(dir, "redis.sock")
	server := exec.Command("redis-server", "--port", "0", "--unixsocket", socket, "--save", "", "--dir", dir)
	if err := server.Start(); err != nil {
		return nil, err
	}
	defer func() {
		_ = server.Process.Kill()
		_ = server.Wait()
	}()
	for range 100 {
		if _, err = os.Stat(socket); err == nil {
			break
		}
		time.Sleep(50 * time.Millisecond)
	}
	if err != nil {
		return nil, fmt.Errorf("redis-server does not come up: %w", err)
	}
	out, err := exec.Command("redis-cli", "-s", socket, "--json", "COMMAND").Output()
	if err != nil {
		return nil, err
	}
	return replies, json.Unmarshal(out, &replies)
}
