package main

import (
	"bufio"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"time"
)

// machine says in one line what was measured on.
func machine() string {
	parts := []string{fmt.Sprintf("%d cores", runtime.NumCPU())}
	if s := procLine("/proc/cpuinfo", "model name"); s != "" {
		parts = append(parts, s)
	}
	var kb float64
	if _, err := fmt.Sscanf(procLine("/proc/meminfo", "MemTotal"), "%f kB", &kb); err == nil {
		parts = append(parts, fmt.Sprintf("%.0f GiB", kb/(1<<20)))
	}
	parts = append(parts, runtime.Version()+" "+runtime.GOOS+"/"+runtime.GOARCH)
	for _, name := range []string{"staticcheck", "gosec", "nilaway"} {
		parts = append(parts, name+" "+peerVersion(name))
	}
	return strings.Join(parts, ", ") + "\n"
}

// procLine returns the value of the first "name : value" line of a file in
// /proc, "" where there is none.
func procLine(file, name string) string {
	f, err := os.Open(file)
	if err != nil {
		return ""
	}
	defer f.Close()
	for s := bufio.NewScanner(f); s.Scan(); {
		if k, v, ok := strings.Cut(s.Text(), ":"); ok && strings.TrimSpace(k) == name {
			return strings.TrimSpace(v)
		}
	}
	return ""
}

// table writes the rows of a repository in Markdown. What is compared with
// the floor is its run with tests, as tenantkey reads them.
func table(r *repo, rows []row) string {
	var b strings.Builder
	fmt.Fprintf(&b, "### %s: %s lines and %s of tests, %d packages", r.name, thousands(r.lines), thousands(r.testLines), r.packages)
	if r.commit != "" {
		fmt.Fprintf(&b, ", commit %s", r.commit)
	}
	b.WriteString("\n\n| tool | state | wall | × floor | CPU | peak memory | × floor | lines printed |\n|---|---|--:|--:|--:|--:|--:|--:|\n")
	var floor row
	for _, x := range rows {
		if x.Tool == "floor-test" && x.Failed == "" {
			floor = x
		}
	}
	for _, x := range rows {
		if x.Failed != "" {
			fmt.Fprintf(&b, "| %s | %s | failed | | | | | |\n", x.Title, x.State)
			continue
		}
		fmt.Fprintf(&b, "| %s | %s | %s | %s | %s | %s | %s | %d |\n", x.Title, x.State,
			seconds(x.Wall), ratio(float64(x.Wall), float64(floor.Wall)), seconds(x.CPU),
			megabytes(x.RSS), ratio(float64(x.RSS), float64(floor.RSS)), x.Out)
	}
	for _, x := range rows {
		if x.Failed != "" {
			fmt.Fprintf(&b, "\n%s, %s: %s\n", x.Title, x.State, strings.TrimSpace(x.Failed))
		}
	}
	if r.leaf != "" && r.hub != "" {
		fmt.Fprintf(&b, "\nEdited: %s (leaf), %s (hub).\n", relative(r.dir, r.leaf), relative(r.dir, r.hub))
	}
	return b.String()
}

func relative(dir, file string) string {
	if rel, err := filepath.Rel(dir, file); err == nil {
		return filepath.ToSlash(rel)
	}
	return file
}

func seconds(d time.Duration) string { return fmt.Sprintf("%.2f s", d.Seconds()) }

func megabytes(n int64) string { return fmt.Sprintf("%.0f MB", float64(n)/1e6) }

func ratio(x, of float64) string {
	if of == 0 {
		return ""
	}
	return fmt.Sprintf("%.2f", x/of)
}

func thousands(n int) string {
	if n < 1000 {
		return fmt.Sprint(n)
	}
	return fmt.Sprintf("%s,%03d", thousands(n/1000), n%1000)
}

// growth says how a cold run's CPU time grows with the lines, if there are
// repositories of at least three sizes: the exponent of the power law that
// fits best.
func growth(rows []row) string {
	var lines, cpu []float64
	for _, x := range rows {
		if x.Tool == "tenantkey" && x.State == cold && x.Failed == "" && x.Lines > 0 && x.CPU > 0 {
			lines = append(lines, float64(x.Lines))
			cpu = append(cpu, x.CPU.Seconds())
		}
	}
	if len(lines) < 3 {
		return ""
	}
	return fmt.Sprintf("CPU time of a cold run grows with lines to the power of %.2f (%d repositories).\n", exponent(lines, cpu), len(lines))
}

// exponent returns b of the y = a·xᵇ with the least squares in log y.
func exponent(x, y []float64) float64 {
	var mx, my float64
	for i := range x {
		mx += math.Log(x[i])
		my += math.Log(y[i])
	}
	n := float64(len(x))
	mx, my = mx/n, my/n
	var above, below float64
	for i := range x {
		dx := math.Log(x[i]) - mx
		above += dx * (math.Log(y[i]) - my)
		below += dx * dx
	}
	return above / below
}
