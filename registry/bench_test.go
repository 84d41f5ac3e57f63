package registry_test

import (
	"fmt"
	"runtime"
	"strings"
	"testing"

	"github.com/tenantkey/tenantkey/registry"
)

// manyPatterns makes a registry of n patterns as large programs have them.
// The kinds are what is hard about a registry:
//
//   - prefix: kind:{tenant}:{id}, all apart at once
//   - tenant: {tenant}:kind:{id}, apart only behind the tenant
//   - suffix: {tenant}:{id}:kind, apart only at the end
//   - slugs: app:{org}:{area}:kind:{a}:{b}, apart behind segments of no fixed length
//   - tail: {text}:kind:{id}, every pair has to be looked at
//   - mixed: of all of them, with global keys, digests and text
func manyPatterns(kind string, n int) string {
	var b strings.Builder
	b.WriteString("tenantkey: 1\ntenant: {tenant: {is: uuid}, org: {is: slug}}\nsegments: {id: int, area: slug, a: slug, b: slug, digest: '[0-9a-f]{64}', day: '\\d{4}-\\d{2}-\\d{2}'}\nkeys:\n")
	shapes := map[string]string{
		"prefix": "kind%d:{tenant}:{id}",
		"tenant": "{tenant}:kind%d:{id}",
		"suffix": "{tenant}:{text}:kind%d",
		"slugs":  "app:{org}:{area}:kind%d:{a}:{b}",
		"tail":   "{tenant}:{text}:kind%d:{id}",
	}
	all := []string{"kind%d:{tenant}:{id}", "app:{tenant}:kind%d:{text}", "org:{org}:{area}:kind%d:{a}:{b}", "kind%d:{tenant}:{day}:{text}", "{tenant}/kind%d/{id}", "digest:kind%d:{digest}", "global:kind%d:{name}"}
	for i := range n {
		shape := shapes[kind]
		if kind == "mixed" {
			shape = all[i%len(all)]
		}
		fmt.Fprintf(&b, "  k%d: {key: '%s'", i, fmt.Sprintf(shape, i))
		switch {
		case strings.HasPrefix(shape, "digest"):
			b.WriteString(", digest: {digest: [tenant, query]}")
		case strings.HasPrefix(shape, "global"):
			b.WriteString(", global: the same for all")
		}
		b.WriteString("}\n")
	}
	return b.String()
}

var kinds = []string{"prefix", "tenant", "suffix", "slugs", "tail", "mixed"}

// All of the generated registries are right, and are proved so.
func TestProveMany(t *testing.T) {
	for _, kind := range kinds {
		r, err := registry.Parse("registry.yaml", []byte(manyPatterns(kind, 200)))
		if err != nil {
			t.Fatal(err)
		}
		proof := r.Prove()
		if !proof.Proved() || len(proof.Warnings) > 0 || proof.Pairs != 200*201/2 {
			t.Errorf("%s: %.2000s", kind, proof)
		}
	}
}

func BenchmarkProve(b *testing.B) {
	for _, kind := range kinds {
		for _, n := range []int{250, 500, 1000, 2000} {
			text := []byte(manyPatterns(kind, n))
			b.Run(fmt.Sprintf("%s/%d", kind, n), func(b *testing.B) {
				b.ReportAllocs()
				var m runtime.MemStats
				peak := uint64(0)
				for b.Loop() {
					r, err := registry.Parse("registry.yaml", text)
					if err != nil {
						b.Fatal(err)
					}
					if p := r.Prove(); !p.Proved() {
						b.Fatal(p)
					}
					runtime.ReadMemStats(&m)
					peak = max(peak, m.HeapSys)
				}
				b.ReportMetric(float64(peak)/(1<<20), "heap-MB")
			})
		}
	}
}
