package analyzer_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/tenantkey/tenantkey/analyzer"
	"github.com/tenantkey/tenantkey/internal/corpus"
)

// Each key of each call in the order of the source, those of tests left out:
// line, call, op, keys, tenant, pattern and finding.
func TestInventory(t *testing.T) {
	want := []string{
		"12 (*redis.Client).Get redis get {key} caller",
		"19 (*whole.repo).get redis get project:{projectID} no missing",
		"20 (*redis.Client).Del redis delete project:{projectID} no missing",
		"21 (*redis.Client).Del redis delete project:{projectID} no missing",
		"27 (*whole.repo).get redis get project:{projectID} no missing",
		"31 (*whole.repo).get redis get project:{projectID}:{tenantID} yes project wrongvalue",
		"36 (*redis.Client).Del redis delete member:{memberID} no missing",
		"36 (*redis.Client).Del redis delete team:{teamID} no missing",
		"41 (*redis.Client).Del redis delete color:{colorID} no missing",
	}
	var got []string
	for _, e := range corpus.Run(t, rulesDir, analyzer.Inventory(analyzer.Config{}), "./whole").Entries {
		call := strings.NewReplacer("github.com/redis/go-redis/v9.", "redis.", "example.com/rules/", "").Replace(e.Call)
		got = append(got, strings.Join(strings.Fields(fmt.Sprintln(e.Line, call, e.Store, e.Op, strings.Join(e.Keys, "|"), e.Tenant, e.Pattern, e.Finding, e.Why, e.Unseen)), " "))
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}
