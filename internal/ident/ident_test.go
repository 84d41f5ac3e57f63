package ident

import (
	"slices"
	"strings"
	"testing"
)

func TestWordsKeepEveryLetter(t *testing.T) {
	for _, s := range []string{"userIDs", "UserIDName", "ABC", "aBC", "X", "userID2", "URLsOf"} {
		if got := strings.Join(Words(s), ""); got != strings.ToLower(s) {
			t.Errorf("Words(%q) = %q", s, got)
		}
	}
	if got := Words("UserIDName"); !slices.Equal(got, []string{"user", "id", "name"}) {
		t.Errorf("got %q", got)
	}
}
