package report

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
)

// baselineVersion is the version of the baseline's format.
const baselineVersion = 1

// A Baseline is the findings that a code base lives with for the time being.
type Baseline struct {
	Version  int             `json:"version"`
	Findings []BaselineEntry `json:"findings"`
}

// A BaselineEntry is one accepted finding. Only the fingerprint counts, the
// rest is for those who read the file.
type BaselineEntry struct {
	Fingerprint string `json:"fingerprint"`
	File        string `json:"file"`
	Rule        string `json:"rule"`
	Message     string `json:"message"`
}

// NewBaseline accepts findings.
func NewBaseline(root string, findings []Finding) *Baseline {
	b := &Baseline{Version: baselineVersion, Findings: []BaselineEntry{}}
	prints := Fingerprints(root, findings)
	for i := range findings {
		f := &findings[i]
		b.Findings = append(b.Findings, BaselineEntry{prints[i], Relative(root, f.File), ruleID(f), f.Message})
	}
	return b
}

// ReadBaseline reads a baseline file.
func ReadBaseline(file string) (*Baseline, error) {
	data, err := os.ReadFile(file)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("there is no baseline %s: write it with -write-baseline", file)
	}
	if err != nil {
		return nil, err
	}
	b := new(Baseline)
	if err := json.Unmarshal(data, b); err != nil {
		return nil, fmt.Errorf("%s is no baseline (%w): write it anew with -write-baseline", file, err)
	}
	if b.Version != baselineVersion {
		return nil, fmt.Errorf("%s is a baseline of version %d, not %d: write it anew with -write-baseline", file, b.Version, baselineVersion)
	}
	return b, nil
}

// Write writes a baseline file.
func (b *Baseline) Write(file string) error {
	f, err := os.Create(file)
	if err != nil {
		return err
	}
	return errors.Join(encode(f, "  ", b), f.Close())
}

// Apply returns the findings that are not accepted, and the entries of the
// baseline that no finding answers to any more, of the files that were looked
// at.
func (b *Baseline) Apply(root string, findings []Finding, looked func(file string) bool) (left []Finding, stale []BaselineEntry) {
	accepted := make(map[string]bool, len(b.Findings))
	for _, e := range b.Findings {
		accepted[e.Fingerprint] = true
	}
	left = []Finding{}
	for i, p := range Fingerprints(root, findings) {
		if accepted[p] {
			accepted[p] = false
			continue
		}
		left = append(left, findings[i])
	}
	for _, e := range b.Findings {
		if accepted[e.Fingerprint] && looked(e.File) {
			stale = append(stale, e)
		}
	}
	return left, stale
}
