package registry

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"gopkg.in/yaml.v3"

	"github.com/tenantkey/tenantkey/internal/lazy"
)

// FileName is what a registry is called.
const FileName = "registry.yaml"

// MaxSize is the largest registry file that is read, in bytes.
const MaxSize = 1 << 20

// Load reads the registry in file. An error is an [Errors] with everything
// that is wrong in it, or wraps [ErrNotOurs], or is that of reading the file.
func Load(file string) (*Registry, error) {
	data, err := readBounded(file)
	if err != nil {
		return nil, err
	}
	return Parse(file, data)
}

// readBounded reads a little more than MaxSize at most, so that Parse can tell
// that a file is too large.
func readBounded(file string) ([]byte, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return io.ReadAll(io.LimitReader(f, MaxSize+1))
}

// Find looks a registry up from dir to the root of its module (the first
// folder with a go.mod, itself included), and returns its file name, or "" if
// there is none. Without a go.mod above it only dir itself is looked at. A
// registry.yaml that is not ours is passed over.
func Find(dir string) (file string, err error) {
	dir, err = filepath.Abs(dir)
	if err != nil {
		return "", err
	}
	for _, d := range upToRoot(dir) {
		file := filepath.Join(d, FileName)
		data, err := readBounded(file)
		switch {
		case errors.Is(err, os.ErrNotExist) || isDir(file):
			continue
		case err != nil:
			return "", err
		case isOurs(data):
			return file, nil
		}
	}
	return "", nil
}

// upToRoot lists dir and the folders above it up to the module's root.
func upToRoot(dir string) []string {
	var dirs []string
	for d := dir; ; d = filepath.Dir(d) {
		dirs = append(dirs, d)
		if info, err := os.Stat(filepath.Join(d, "go.mod")); err == nil && !info.IsDir() {
			return dirs
		}
		if d == filepath.Dir(d) {
			return dirs[:1]
		}
	}
}

func isDir(file string) bool {
	info, err := os.Stat(file)
	return err == nil && info.IsDir()
}

// oursLine finds the line that makes a file ours, also in a file that is no
// YAML: a registry with a broken line is an error, not a stranger's file.
var oursLine = lazy.Regexp(`(?m)^(?:\x{FEFF})?(?:\{\s*)?["']?tenantkey["']?[ \t]*:`)

// isOurs reports whether data has the line tenantkey: at its top level.
func isOurs(data []byte) bool {
	if len(data) > MaxSize || !utf8.Valid(data) {
		return oursLine().Match(data)
	}
	root, _, err := readNodes(data)
	if err != nil {
		return oursLine().Match(data)
	}
	return root != nil && root.Kind == yaml.MappingNode &&
		slices.ContainsFunc(root.Content, isVersionKey(root))
}

func isVersionKey(root *yaml.Node) func(*yaml.Node) bool {
	return func(n *yaml.Node) bool {
		i := slices.Index(root.Content, n)
		return i%2 == 0 && n.Kind == yaml.ScalarNode && n.Value == "tenantkey"
	}
}

// readNodes reads the first document of data, and says whether another one
// follows, and where. Aliases are left as they are, so nothing is expanded.
func readNodes(data []byte) (root, second *yaml.Node, err error) {
	defer func() {
		if r := recover(); r != nil { // the YAML reader's fault; never the user's
			err = fmt.Errorf("yaml: this can't be read: %v", r)
		}
	}()
	dec := yaml.NewDecoder(bytes.NewReader(data))
	var doc yaml.Node
	if err := dec.Decode(&doc); err != nil {
		if errors.Is(err, io.EOF) {
			return nil, nil, nil
		}
		return nil, nil, err
	}
	if len(doc.Content) == 1 {
		root = doc.Content[0]
	}
	var next yaml.Node
	switch err := dec.Decode(&next); {
	case errors.Is(err, io.EOF):
		return root, nil, nil
	case err != nil:
		return nil, nil, err
	}
	return root, &next, nil
}

// Parse reads the registry in data; file is the name that positions get.
func Parse(file string, data []byte) (*Registry, error) {
	l := &loader{file: file}
	if !isOurs(data) {
		return nil, &Error{Pos: l.at(1, 1), Msg: ErrNotOurs.Error(), err: ErrNotOurs}
	}
	l.parse(data)
	if len(l.errs) > 0 {
		slices.SortStableFunc(l.errs, func(a, b *Error) int {
			if a.Pos.Line != b.Pos.Line {
				return a.Pos.Line - b.Pos.Line
			}
			return a.Pos.Column - b.Pos.Column
		})
		return nil, l.errs
	}
	return l.reg, nil
}

// A loader turns YAML into a Registry and gathers what is wrong on the way.
type loader struct {
	file string
	errs Errors
	reg  *Registry
}

func (l *loader) parse(data []byte) {
	if len(data) > MaxSize {
		l.errorf(l.at(1, 1), "the file is larger than %d bytes: a registry holds shapes of keys, not keys; split it by module", MaxSize)
		return
	}
	if line, col, bad := invalidUTF8(data); bad {
		l.errorf(l.at(line, col), "this byte is not UTF-8: save the file as UTF-8")
		return
	}
	root, second, err := readNodes(data)
	if err != nil {
		l.syntax(data, err)
		return
	}
	if second != nil {
		l.errorf(l.pos(second), "a second document begins here: a registry is one document, remove the `---`")
	}
	if !l.plain(root) {
		return
	}
	sum := sha256.Sum256(data)
	l.reg = &Registry{File: l.file, Digest: hex.EncodeToString(sum[:]), Segments: map[string]*Segment{}}
	l.document(root)
}

// invalidUTF8 returns the place of the first byte that is not UTF-8.
func invalidUTF8(data []byte) (line, col int, bad bool) {
	line, col = 1, 1
	for len(data) > 0 {
		r, size := utf8.DecodeRune(data)
		if r == utf8.RuneError && size == 1 {
			return line, col, true
		}
		if col++; r == '\n' {
			line, col = line+1, 1
		}
		data = data[size:]
	}
	return 0, 0, false
}

var (
	yamlLine  = lazy.Regexp(`^line (\d+): `)
	yamlAlias = lazy.Regexp(`^unknown anchor '([^']*)' referenced`)
)

// syntax reports an error of the YAML reader, which gives a line at best.
func (l *loader) syntax(data []byte, err error) {
	msg := strings.TrimPrefix(err.Error(), "yaml: ")
	line := 1
	if m := yamlLine().FindStringSubmatch(msg); m != nil {
		line, _ = strconv.Atoi(m[1])
		msg = msg[len(m[0]):]
	}
	if m := yamlAlias().FindStringSubmatch(msg); m != nil {
		before, _, _ := bytes.Cut(data, []byte("*"+m[1]))
		line = 1 + bytes.Count(before, []byte("\n"))
		col := len(before) - bytes.LastIndexByte(before, '\n')
		l.errorf(l.at(line, col), "%s", noAlias)
		return
	}
	l.errorf(l.at(max(line, 1), 1), "this is no YAML: %s", msg)
}

func (l *loader) at(line, col int) Position {
	return Position{File: l.file, Line: line, Column: col}
}

func (l *loader) pos(n *yaml.Node) Position { return l.at(max(n.Line, 1), max(n.Column, 1)) }

func (l *loader) errorf(at Position, format string, args ...any) {
	l.errs = append(l.errs, &Error{Pos: at, Msg: fmt.Sprintf(format, args...)})
}
