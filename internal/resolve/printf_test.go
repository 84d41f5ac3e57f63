package resolve

import (
	"fmt"
	"strings"
	"testing"
)

// TestPrintfIsFmt: with constant operands the template of a format is what fmt
// prints.
func TestPrintfIsFmt(t *testing.T) {
	operands := []struct {
		src string
		val any
	}{{`"ab"`, "ab"}, {`""`, ""}, {"7", 7}, {"-12", -12}, {"true", true}}
	var src strings.Builder
	src.WriteString("package p\nimport \"fmt\"\n")
	wants := map[string]string{}
	for _, format := range []string{
		"%s", "%v", "%d", "%5d", "%-5d|", "%05d", "%x", "%X", "%q", "%10s", "%-10s|", "%.1s", "%+d", "%t", "%%", "a%vb%%c", "%[1]v:%[1]v", "%6.2v", "% d", "%#x", "%T",
	} {
		for _, op := range operands {
			name := fmt.Sprintf("Key%d", len(wants))
			fmt.Fprintf(&src, "func %s() string { return fmt.Sprintf(%q, %s) }\n", name, format, op.src)
			wants[name] = format + " of " + op.src + "\x00" + fmt.Sprintf(format, op.val)
		}
	}
	r := program(t, src.String())
	for name, want := range wants {
		what, want, _ := strings.Cut(want, "\x00")
		s := r.returnedBy(t, name)
		if got, ok := s[0].Text(); len(s) != 1 || ok && got != want {
			if strings.Contains(want, "%!") {
				continue // a mistake that go vet reports
			}
			t.Errorf("%s: got %q: want %q", what, s, want)
		}
	}
}
