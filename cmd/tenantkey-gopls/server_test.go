package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// server returns the server that make gopls builds: it takes minutes.
func server(t *testing.T) string {
	name := os.Getenv("TENANTKEY_GOPLS")
	if name == "" {
		t.Skip("TENANTKEY_GOPLS names no server: make drivers builds one")
	}
	return name
}

// incident returns a copy of the service that has the bug, with its key put
// together where the tenant is at hand, so that a fix is offered.
func incident(t *testing.T) (dir, file, text string) {
	t.Helper()
	dir = t.TempDir()
	if err := os.CopyFS(dir, os.DirFS(filepath.Join("..", "..", "testdata", "incident", "before"))); err != nil {
		t.Fatal(err)
	}
	file = filepath.Join(dir, "api", "projects.go")
	text = strings.NewReplacer("keys.Project(projectID)", `fmt.Sprintf("project:%d", projectID)`,
		`"context"`, "\"context\"\n\t\"fmt\"", "\t\"example.com/projects/keys\"\n", "").Replace(read(t, file))
	write(t, file, text)
	return dir, file, text
}

func read(t *testing.T, file string) string {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func write(t *testing.T, file, text string) {
	t.Helper()
	if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

func (c *client) open(file, text string) {
	c.t.Helper()
	c.notify("textDocument/didOpen", map[string]any{"textDocument": map[string]any{"uri": uri(file), "languageId": "go", "version": 1, "text": text}})
}

// saved says that a file was changed on disk.
func (c *client) saved(file string) {
	c.t.Helper()
	c.notify("workspace/didChangeWatchedFiles", map[string]any{"changes": []any{map[string]any{"uri": uri(file), "type": 2}}})
}

func TestConversation(t *testing.T) {
	dir, file, text := incident(t)
	home := t.TempDir()
	c := start(t, server(t), dir, home)
	c.open(file, text)
	ds, raw := c.wait(file, 2)
	d := ds[0]
	if d.Range.Start.Line >= d.Range.End.Line+1 || d.Range.Start == d.Range.End || d.Code == nil ||
		!strings.HasSuffix(d.CodeDescription.Href, "docs/rules.md#missing") || !strings.Contains(d.Message, "has no tenant segment") || len(d.RelatedInformation) == 0 {
		t.Errorf("range, code, link, message or related places: %+v", d)
	}

	var actions []struct {
		Title string
		Edit  struct {
			DocumentChanges []struct {
				Edits []textEdit
			}
		}
	}
	c.call("textDocument/codeAction", map[string]any{"textDocument": map[string]any{"uri": uri(file)}, "range": d.Range,
		"context": map[string]any{"diagnostics": raw[:1], "only": []string{"quickfix"}}}, &actions)
	if len(actions) == 0 || !strings.HasPrefix(actions[0].Title, "Add tenantID to the key") || len(actions[0].Edit.DocumentChanges) != 1 {
		t.Fatalf("fixes offered: %+v", actions)
	}
	once := apply(text, actions[0].Edit.DocumentChanges[0].Edits)
	fixed := strings.ReplaceAll(text, `"project:%d", projectID`, `"project:%s:%d", tenantID, projectID`)
	if want := strings.Replace(text, `"project:%d", projectID`, `"project:%s:%d", tenantID, projectID`, 1); once != want {
		t.Errorf("after the fix:\n%s", once)
	}
	c.notify("textDocument/didChange", map[string]any{"textDocument": map[string]any{"uri": uri(file), "version": 2},
		"contentChanges": []any{map[string]any{"text": fixed}}})
	c.wait(file, 0)

	// Another registry, in which the key of the code is not registered.
	registry := filepath.Join(dir, "registry.yaml")
	data, err := os.ReadFile(registry)
	if err != nil {
		t.Fatal(err)
	}
	write(t, registry, strings.ReplaceAll(string(data), "project:{tenant_id}", "renamed:{tenant_id}"))
	c.saved(registry)
	c.wait(file, 2)
	write(t, registry, string(data))
	c.saved(registry)
	c.wait(file, 0)

	// The module is left alone when it has no registry any more.
	c.notify("textDocument/didChange", map[string]any{"textDocument": map[string]any{"uri": uri(file), "version": 3},
		"contentChanges": []any{map[string]any{"text": text}}})
	c.wait(file, 2)
	if err := os.Remove(registry); err != nil {
		t.Fatal(err)
	}
	c.saved(registry)
	c.wait(file, 0)
}

// A textEdit is a change of a text. The texts here are ASCII, so that columns
// are bytes.
type textEdit struct {
	Range   span
	NewText string
}

// apply returns a text after edits, which are in order and don't overlap.
func apply(text string, edits []textEdit) string {
	lines := strings.SplitAfter(text, "\n")
	offset := func(p position) int { return len(strings.Join(lines[:p.Line], "")) + p.Character }
	for i := len(edits) - 1; i >= 0; i-- {
		e := edits[i]
		text = text[:offset(e.Range.Start)] + e.NewText + text[offset(e.Range.End):]
	}
	return text
}
