package plugin

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/tenantkey/tenantkey/registry"
)

// The fields of the settings.
const (
	fieldRegistry     = "registry"
	fieldRegistryFile = "registry-file"
	fieldRules        = "rules"
)

// settings are those of .golangci.yml, checked.
type settings struct {
	registry *registry.Registry // nil: the registry.yaml of each package
	rules    map[string]rule    // by analyzer name
}

// A rule is what is said of one analyzer.
type rule struct {
	off   bool
	flags map[string]string // the analyzer's own
}

func readSettings(raw any) (*settings, error) {
	s := &settings{}
	fields, err := mapping(raw)
	if err != nil {
		return nil, err
	}
	for _, name := range slices.Sorted(maps.Keys(fields)) {
		v := fields[name]
		switch name {
		case fieldRegistry:
			s.registry, err = inline(v)
		case fieldRegistryFile:
			s.registry, err = loadFile(v)
		case fieldRules:
			s.rules, err = readRules(v)
		default:
			err = fmt.Errorf("no such field: there are %s, %s and %s", fieldRegistry, fieldRegistryFile, fieldRules)
		}
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
	}
	if fields[fieldRegistry] != nil && fields[fieldRegistryFile] != nil {
		return nil, fmt.Errorf("%s and %s are both given: leave one out", fieldRegistry, fieldRegistryFile)
	}
	return s, nil
}

// mapping returns raw as a mapping, which may be empty.
func mapping(raw any) (map[string]any, error) {
	switch m := raw.(type) {
	case nil:
		return nil, nil
	case map[string]any:
		return m, nil
	}
	return nil, fmt.Errorf("a mapping is wanted, this is %s", kindOf(raw))
}

// kindOf names the YAML kind of a value.
func kindOf(v any) string {
	switch v.(type) {
	case nil:
		return "empty"
	case string:
		return "text"
	case bool:
		return "true or false"
	case map[string]any:
		return "a mapping"
	case []any:
		return "a list"
	}
	return "a number"
}

// inline reads a registry that stands in the settings. It is given as text:
// golangci-lint writes all names of a mapping in small letters and forgets
// their order.
func inline(v any) (*registry.Registry, error) {
	text, ok := v.(string)
	if !ok {
		return nil, fmt.Errorf("text is wanted, this is %s: write the registry as a block of text, after `%s: |`", kindOf(v), fieldRegistry)
	}
	return registry.Parse(".golangci", []byte(text))
}

func loadFile(v any) (*registry.Registry, error) {
	name, ok := v.(string)
	if !ok || name == "" {
		return nil, fmt.Errorf("a file name is wanted, this is %s", kindOf(v))
	}
	return registry.Load(name)
}

// readRules reads rules: by name true, false, or the rule's flags.
func readRules(v any) (map[string]rule, error) {
	m, ok := v.(map[string]any)
	if !ok {
		return nil, fmt.Errorf("a mapping is wanted, such as `keydeps: false`, this is %s", kindOf(v))
	}
	out := make(map[string]rule, len(m))
	for name, v := range m {
		switch v := v.(type) {
		case bool:
			out[name] = rule{off: !v}
		case map[string]any:
			flags := make(map[string]string, len(v))
			for flag, value := range v {
				switch value.(type) {
				case map[string]any, []any, nil:
					return nil, fmt.Errorf("%s.%s: a value is wanted, this is %s", name, flag, kindOf(value))
				}
				flags[flag] = fmt.Sprint(value)
			}
			out[name] = rule{flags: flags}
		default:
			return nil, fmt.Errorf("%s: true, false or a mapping of the rule's flags is wanted, this is %s", name, kindOf(v))
		}
	}
	return out, nil
}

// checkRules reports what is said of rules that there are not.
func (s *settings) checkRules(rules []*analysis.Analyzer) error {
	var names []string
	for _, a := range rules {
		names = append(names, a.Name)
	}
	for _, name := range slices.Sorted(maps.Keys(s.rules)) {
		if !slices.Contains(names, name) {
			return fmt.Errorf("%s.%s: no such rule: there are %s", fieldRules, name, strings.Join(names, ", "))
		}
	}
	return nil
}

// choose returns the rules that are on, with their flags set.
func (s *settings) choose(rules []*analysis.Analyzer) ([]*analysis.Analyzer, error) {
	var on []*analysis.Analyzer
	for _, a := range rules {
		r, given := s.rules[a.Name]
		if r.off {
			continue
		}
		// A rule that is off by default is turned on by being named.
		if f := a.Flags.Lookup("on"); f != nil && given {
			if err := f.Value.Set("true"); err != nil {
				return nil, err
			}
		}
		for _, flag := range slices.Sorted(maps.Keys(r.flags)) {
			field := fmt.Sprintf("%s.%s.%s", fieldRules, a.Name, flag)
			// The file would not be seen by golangci-lint's cache.
			if flag == "registry" {
				return nil, fmt.Errorf("%s: use %s", field, fieldRegistryFile)
			}
			if a.Flags.Lookup(flag) == nil {
				return nil, fmt.Errorf("%s: no such flag of this rule", field)
			}
			if err := a.Flags.Set(flag, r.flags[flag]); err != nil {
				return nil, fmt.Errorf("%s: %q: %w", field, r.flags[flag], err)
			}
		}
		if f := a.Flags.Lookup("on"); f == nil || f.Value.String() == "true" {
			on = append(on, a)
		}
	}
	if len(on) == 0 {
		return nil, errors.New(fieldRules + ": every rule is off: leave the linter out instead")
	}
	return on, nil
}
