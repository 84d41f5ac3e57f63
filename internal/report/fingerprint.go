package report

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strings"
)

// Fingerprints returns a name for each finding that stays the same when lines
// are added or removed above it: it is made of the rule, the file, the key,
// the message, and the text of the line. Findings that share all of these are
// told apart by their order.
func Fingerprints(root string, findings []Finding) []string {
	src := sources{}
	count := map[string]int{}
	out := make([]string, len(findings))
	for i := range findings {
		f := &findings[i]
		text := strings.Join(strings.Fields(src.line(f.File, f.Line)), " ")
		h := sha256.New()
		for _, field := range []string{f.Rule, f.Category, Relative(root, f.File), f.Key, f.Message, text} {
			fmt.Fprintf(h, "%d:%s", len(field), field)
		}
		same := hex.EncodeToString(h.Sum(nil))[:32]
		count[same]++
		out[i] = fmt.Sprintf("%s:%d", same, count[same])
	}
	return out
}
