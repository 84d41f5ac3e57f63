package valuedep

import (
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"
)

// observing are the words in the import paths of packages that put into a
// context what logs, traces and metrics are to show.
var observing = set(`log logs logger logging slog zap zerolog logr logrus trace traces tracer tracing otel opentelemetry opentracing opencensus ddtrace
	telemetry metric metrics stats statsd prometheus observability sentry newrelic pprof baggage apm`)

// observes reports whether a call notes its arguments in a context for those
// who watch the program:
//
//	ctx, span := tracer.Start(ctx, "load", trace.WithAttributes(attribute.String("tenant", tenantID)))
func observes(com *ssa.CallCommon) bool {
	for r := range com.Signature().Results().Variables() {
		if n := namedOf(r.Type()); n != nil && (strings.HasSuffix(n.Obj().Name(), "Span") || handleWord(n.Obj().Name()) && strings.HasSuffix(n.Obj().Name(), "Logger")) {
			return true
		}
	}
	obj := calleeObject(com)
	return obj != nil && inObserving(obj.Pkg())
}

func inObserving(p *types.Package) bool {
	return p != nil && slices.ContainsFunc(strings.FieldsFunc(p.Path(), func(r rune) bool { return r == '/' || r == '-' || r == '.' }),
		func(w string) bool {
			return observing[w] || observing[strings.TrimSuffix(w, "ctx")] || observing[strings.TrimPrefix(w, "ctx")]
		})
}

// instruments are the words in the names of types that measure.
var instruments = set("gauge counter histogram timer meter summary")

// isInstrument reports whether a method is of a type that measures, such as
// metrics.Gauge, or hands measures out: what that keeps is for those who watch
// the program.
func isInstrument(m *types.Func) bool {
	if m == nil || m.Signature().Recv() == nil {
		return false
	}
	t := m.Signature().Recv().Type()
	return measures(t) || collects(t)
}

// collects reports whether t is a prometheus.Collector:
//
//	Describe(chan<- *prometheus.Desc)
//	Collect(chan<- prometheus.Metric)
func collects(t types.Type) bool {
	n := namedOf(t)
	return n != nil && sendsOn(n, "Describe") && sendsOn(n, "Collect")
}

// sendsOn reports whether a method of n is given nothing but a channel of
// Prometheus's to send on.
func sendsOn(n *types.Named, method string) bool {
	obj, _, _ := types.LookupFieldOrMethod(n, true, n.Obj().Pkg(), method)
	f, ok := obj.(*types.Func)
	if !ok || f.Signature().Params().Len() != 1 {
		return false
	}
	ch, ok := f.Signature().Params().At(0).Type().Underlying().(*types.Chan)
	if !ok {
		return false
	}
	e := namedOf(ch.Elem())
	return e != nil && inObserving(e.Obj().Pkg())
}

// watches reports whether t is what a package makes for those who watch the
// program: what it is labelled with is for them, too.
func watches(t types.Type) bool {
	n := namedOf(t)
	return n != nil && inObserving(n.Obj().Pkg()) && isHandle(t)
}

// measures reports whether t is a type that measures.
func measures(t types.Type) bool {
	n := namedOf(t)
	if n == nil || !inObserving(n.Obj().Pkg()) {
		return false
	}
	name := strings.ToLower(n.Obj().Name())
	for w := range instruments {
		if strings.Contains(name, w) {
			return true
		}
	}
	return false
}
