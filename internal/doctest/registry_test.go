package doctest

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/tenantkey/tenantkey/registry"
)

func TestRegistries(t *testing.T) {
	for page, bs := range pages(t) {
		for i, b := range bs {
			if b.lang != "yaml" || !strings.Contains("\n"+b.body, "\ntenantkey: 1") {
				continue
			}
			t.Run(fmt.Sprintf("%s:%d", page, b.line), func(t *testing.T) {
				_, err := registry.Parse("registry.yaml", []byte(b.body))
				if !b.is("refused") {
					if err != nil {
						t.Error(err)
					}
					return
				}
				if err == nil {
					t.Fatal("the registry is not refused")
				}
				if diff := cmp.Diff(strings.TrimSpace(after(t, bs, i).body), err.Error()); diff != "" {
					t.Errorf("the page (-) and the error (+) differ\n%s", diff)
				}
			})
		}
	}
}
