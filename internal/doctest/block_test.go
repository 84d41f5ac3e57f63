package doctest

import (
	"bufio"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// top is the repository's top directory.
const top = "../.."

// A block is a fenced block of a Markdown page.
type block struct {
	page  string // path from the repository's top
	line  int    // of the opening fence
	lang  string
	marks map[string]string // the rest of the info string: "exit=1" or "net"
	body  string
}

func (b *block) is(mark string) bool {
	_, ok := b.marks[mark]
	return ok
}

// pages returns the blocks of the README and of every page of docs/, by page.
func pages(t *testing.T) map[string][]*block {
	t.Helper()
	names, err := filepath.Glob(filepath.Join(top, "docs", "*.md"))
	if err != nil {
		t.Fatal(err)
	}
	out := make(map[string][]*block)
	for _, name := range append(names, filepath.Join(top, "README.md")) {
		page, err := filepath.Rel(top, name)
		if err != nil {
			t.Fatal(err)
		}
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		out[page] = blocks(t, filepath.ToSlash(page), string(data))
	}
	return out
}

func blocks(t *testing.T, page, text string) []*block {
	t.Helper()
	var out []*block
	var open *block
	var body strings.Builder
	sc := bufio.NewScanner(strings.NewReader(text))
	for n := 1; sc.Scan(); n++ {
		line := sc.Text()
		info, fence := strings.CutPrefix(strings.TrimSpace(line), "```")
		switch {
		case !fence && open != nil:
			body.WriteString(line + "\n")
		case fence && open != nil:
			open.body = body.String()
			out = append(out, open)
			open = nil
		case fence:
			open = &block{page: page, line: n, marks: make(map[string]string)}
			body.Reset()
			fields := strings.Fields(info)
			if len(fields) == 0 {
				t.Errorf("%s:%d: a block without a language is tested by nothing: call it text", page, n)
				continue
			}
			open.lang = fields[0]
			for _, f := range fields[1:] {
				mark, value, _ := strings.Cut(f, "=")
				open.marks[mark] = value
			}
		}
	}
	if open != nil {
		t.Errorf("%s:%d: the block is not closed", page, open.line)
	}
	return out
}

// after returns the text block that follows b, or fails.
func after(t *testing.T, bs []*block, i int) *block {
	t.Helper()
	if i+1 < len(bs) && bs[i+1].lang == "text" {
		return bs[i+1]
	}
	t.Fatalf("%s:%d: wants a text block after it", bs[i].page, bs[i].line)
	return nil
}
