package main

import (
	"context"
	"encoding/json"
	"io"
	"os/exec"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"golang.org/x/exp/jsonrpc2"
)

type position struct{ Line, Character int }

type span struct{ Start, End position }

// A diagnostic is what the tests read of one.
type diagnostic struct {
	Range              span
	Code               any
	CodeDescription    struct{ Href string }
	Source, Message    string
	RelatedInformation []struct {
		Location struct {
			URI   string
			Range span
		}
		Message string
	}
}

// A client is an editor that talks with a server.
type client struct {
	t    *testing.T
	ctx  context.Context
	conn *jsonrpc2.Connection

	mu    sync.Mutex
	found map[string][]json.RawMessage // the diagnostics of each file
}

// pipe is the stdin and stdout of a server.
type pipe struct {
	io.ReadCloser
	io.WriteCloser
}

func (p pipe) Close() error {
	p.WriteCloser.Close()
	return p.ReadCloser.Close()
}

func (p pipe) Dial(context.Context) (io.ReadWriteCloser, error) { return p, nil }

// start starts a server on a folder.
func start(t *testing.T, server, dir, home string) *client {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), 5*time.Minute)
	cmd := exec.CommandContext(ctx, server)
	cmd.Dir = dir
	cmd.Env = append(cmd.Environ(), "GOWORK=off", "GOPROXY=off", "GOPLSCACHE="+home)
	in, err := cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	c := &client{t: t, ctx: ctx, found: map[string][]json.RawMessage{}}
	c.conn, err = jsonrpc2.Dial(ctx, pipe{out, in}, jsonrpc2.ConnectionOptions{Handler: jsonrpc2.HandlerFunc(c.handle)})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		cancel()
		cmd.Wait()
	})
	c.call("initialize", map[string]any{
		"rootUri": uri(dir),
		"capabilities": map[string]any{
			"workspace": map[string]any{"workspaceEdit": map[string]any{"documentChanges": true}, "didChangeWatchedFiles": map[string]any{"dynamicRegistration": true}},
			"textDocument": map[string]any{
				"publishDiagnostics": map[string]any{"relatedInformation": true, "codeDescriptionSupport": true},
				"codeAction":         map[string]any{"codeActionLiteralSupport": map[string]any{"codeActionKind": map[string]any{"valueSet": []string{"quickfix"}}}},
			},
		},
	}, nil)
	c.notify("initialized", map[string]any{})
	return c
}

// handle answers what a server asks an editor.
func (c *client) handle(_ context.Context, req *jsonrpc2.Request) (any, error) {
	switch req.Method {
	case "textDocument/publishDiagnostics":
		var p struct {
			URI         string
			Diagnostics []json.RawMessage
		}
		if err := json.Unmarshal(req.Params, &p); err != nil {
			return nil, err
		}
		c.mu.Lock()
		c.found[p.URI] = p.Diagnostics
		c.mu.Unlock()
	case "workspace/configuration":
		return []any{nil}, nil
	}
	return nil, nil
}

func (c *client) call(method string, params, result any) {
	c.t.Helper()
	if err := c.conn.Call(c.ctx, method, params).Await(c.ctx, result); err != nil {
		c.t.Fatalf("%s: %v", method, err)
	}
}

func (c *client) notify(method string, params any) {
	c.t.Helper()
	if err := c.conn.Notify(c.ctx, method, params); err != nil {
		c.t.Fatalf("%s: %v", method, err)
	}
}

// wait returns a file's findings of tenantkey, and as they were sent, once
// there are n of them.
func (c *client) wait(file string, n int) ([]diagnostic, []json.RawMessage) {
	c.t.Helper()
	return c.until(file, func(ds []diagnostic) bool { return len(ds) == n })
}

// until returns a file's findings of tenantkey, and as they were sent, once
// they are as wanted.
func (c *client) until(file string, wanted func([]diagnostic) bool) ([]diagnostic, []json.RawMessage) {
	c.t.Helper()
	var ds []diagnostic
	for end := time.Now().Add(3 * time.Minute); time.Now().Before(end); time.Sleep(100 * time.Millisecond) {
		c.mu.Lock()
		sent := c.found[uri(file)]
		c.mu.Unlock()
		ds = nil
		var raw []json.RawMessage
		for _, r := range sent {
			var d diagnostic
			if err := json.Unmarshal(r, &d); err != nil {
				c.t.Fatal(err)
			}
			if d.Source == "tenantkey" || d.Source == "keydeps" || d.Source == "keyambiguous" {
				ds, raw = append(ds, d), append(raw, r)
			}
		}
		if sent != nil && wanted(ds) {
			return ds, raw
		}
	}
	c.t.Fatalf("%s: not the findings that are wanted, the last ones were %+v", filepath.Base(file), ds)
	return nil, nil
}

func uri(file string) string { return "file://" + filepath.ToSlash(file) }
