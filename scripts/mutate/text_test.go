package main

import "testing"

// TestApply: edits at one place nest as they were made, outer before inner.
func TestApply(t *testing.T) {
	wrap := func(pos, end int, before, after string) []edit {
		return []edit{{pos, pos, before, false}, {end, end, after, true}}
	}
	for _, tt := range []struct {
		name, src, want string
		edits           []edit
	}{
		{"none", "a + b", "a + b", nil},
		{"replaced", "a + b", "a - b", []edit{{2, 3, "-", false}}},
		{"beside each other", "ab", "(a)[b]", append(wrap(0, 1, "(", ")"), wrap(1, 2, "[", "]")...)},
		{"the same twice", "a", "([a])", append(wrap(0, 1, "(", ")"), wrap(0, 1, "[", "]")...)},
		{"one in the other", "a + b", "([a] + b)", append(wrap(0, 5, "(", ")"), wrap(0, 1, "[", "]")...)},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := string(apply([]byte(tt.src), tt.edits)); got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}
