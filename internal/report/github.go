package report

import (
	"fmt"
	"io"
	"strings"
)

// GitHub writes findings as workflow commands, which GitHub shows at the lines
// of a pull request. File names are relative to root, the repository's.
// See https://docs.github.com/actions/reference/workflow-commands-for-github-actions.
func GitHub(w io.Writer, root string, findings []Finding) error {
	src := sources{}
	for i := range findings {
		f := &findings[i]
		props := []string{
			"file=" + githubProperty.Replace(Relative(root, f.File)),
			fmt.Sprintf("line=%d", f.Line),
			fmt.Sprintf("endLine=%d", f.EndLine),
			fmt.Sprintf("col=%d", src.utf16Column(f.File, f.Line, f.Column)),
		}
		if f.EndLine == f.Line {
			props = append(props, fmt.Sprintf("endColumn=%d", src.utf16Column(f.File, f.EndLine, f.EndColumn)))
		}
		props = append(props, "title="+githubProperty.Replace(ruleID(f)))
		if _, err := fmt.Fprintf(w, "::%s %s::%s\n", githubLevel(f), strings.Join(props, ","), githubText.Replace(f.Message)); err != nil {
			return err
		}
	}
	return nil
}

func githubLevel(f *Finding) string {
	if level(f) == "note" {
		return "notice"
	}
	return level(f)
}

var (
	githubText     = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")
	githubProperty = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")
)

// ruleID names what a finding is an instance of.
func ruleID(f *Finding) string {
	if f.Category == "" {
		return f.Rule
	}
	return f.Rule + "/" + f.Category
}

// level is how grave a finding is, in the words of SARIF: that a key can't be
// known is worth a note, all else lets one tenant read another's data.
func level(f *Finding) string {
	if f.Category == "unresolved" {
		return "note"
	}
	return "error"
}
