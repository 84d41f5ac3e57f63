package registry_test

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"gopkg.in/yaml.v3"

	"github.com/tenantkey/tenantkey/registry"
)

func compileSchema(t *testing.T) *jsonschema.Schema {
	t.Helper()
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(registry.Schema))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource("schema.json", doc); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile("schema.json")
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// beyondSchema are the bad files that a schema can't refuse, and why.
var beyondSchema = map[string]string{
	"no-tenant":     "needs two sections at once",
	"syntax":        "no YAML",
	"tab":           "no YAML",
	"unknown-alias": "no YAML",
	"not-utf8":      "no YAML",
	"alias-bomb":    "aliases are gone when a schema looks",
	"merge":         "merges are gone when a schema looks",
	"tag":           "tags are gone when a schema looks",
	"two-documents": "a schema sees one document at a time",
}

// An editor that has the schema accepts what Parse accepts, and refuses the
// files that Parse refuses, but for those above.
func TestSchema(t *testing.T) {
	s := compileSchema(t)
	sample, err := os.ReadFile("../registry.yaml")
	if err != nil {
		t.Fatal(err)
	}
	for _, good := range []string{
		string(sample), "tenantkey: 1\n", "tenantkey: 1\ntenant:\nkeys:\nsegments:\nstores:\n", "tenantkey: 1\ntenant: {t: }\n",
		"tenantkey: 1\ntenant: {t: {from: [{name: a.b}, {func: '(*a/b.C[x/y.Z]).D'}, {type: '*a/b.C'}]}}\nkeys: {cart: '{{{t}}}:cart'}\nstores: [{func: a/b.C, key: name}]\n",
	} {
		if _, err := registry.Parse("good.yaml", []byte(good)); err != nil {
			t.Errorf("Parse refuses: %v\n%s", err, good)
		}
		var v any
		if err := yaml.Unmarshal([]byte(good), &v); err != nil {
			t.Fatal(err)
		}
		if err := s.Validate(v); err != nil {
			t.Errorf("the schema refuses: %v\n%s", err, good)
		}
	}
	files, _ := filepath.Glob("testdata/errors/*.yaml")
	for _, file := range files {
		name := strings.TrimSuffix(filepath.Base(file), ".yaml")
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		var v any
		if err := yaml.Unmarshal(data, &v); err == nil {
			err = s.Validate(v)
			if (err == nil) != (beyondSchema[name] != "") {
				t.Errorf("%s: the schema says %v; beyond it: %q", name, err, beyondSchema[name])
			}
		}
	}
}

// Each part of the schema refuses what it is there for, by itself.
func TestSchemaRefuses(t *testing.T) {
	s := compileSchema(t)
	for _, bad := range []string{
		"tenant: {}", "tenantkey: 2", "tenantkey: '1'", "tenantkey: 1\nother: 1",
		"tenantkey: 1\ntenant: {9t: {}}", "tenantkey: 1\ntenant: {t: {is: integer}}", "tenantkey: 1\ntenant: {t: {strict: true}}",
		"tenantkey: 1\ntenant: {t: {from: [{type: a.B, name: c}]}}", "tenantkey: 1\ntenant: {t: {from: [{type: B}]}}",
		"tenantkey: 1\nkeys: {a: 'a:{b'}", "tenantkey: 1\nkeys: {a: 'a:b}'}", "tenantkey: 1\nkeys: {a: ''}", "tenantkey: 1\nkeys: {a: {ttl: 5m}}",
		"tenantkey: 1\nkeys: {a: {key: a, ttl: 300}}", "tenantkey: 1\nkeys: {a: {key: a, ttl: 0s}}", "tenantkey: 1\nkeys: {a: {key: a, global: ''}}", "tenantkey: 1\nkeys: {a: {key: a, global: true}}",
		"tenantkey: 1\nkeys: {a: {key: a, digest: {d: []}}}", "tenantkey: 1\nstores: [{func: a.B}]", "tenantkey: 1\nstores: [{func: a.B, key: -1}]",
		"tenantkey: 1\nstores: [{func: a.B, key: 1, op: put}]", "tenantkey: 1\nsegments: {a: 5}",
	} {
		var v any
		if err := yaml.Unmarshal([]byte(bad), &v); err != nil {
			t.Fatal(err)
		}
		if s.Validate(v) == nil {
			t.Errorf("the schema accepts\n%s", bad)
		}
		if _, err := registry.Parse("bad.yaml", []byte(bad)); err == nil {
			t.Errorf("Parse accepts\n%s", bad)
		}
	}
}
