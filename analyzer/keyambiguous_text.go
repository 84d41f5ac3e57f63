package analyzer

import (
	"go/constant"
	"go/types"
	"slices"
	"strings"

	"github.com/tenantkey/tenantkey/internal/ident"
	"github.com/tenantkey/tenantkey/internal/lazy"
	"github.com/tenantkey/tenantkey/internal/template"
)

// mark chooses which parts must not be confused, and reports whether there is
// a question at all. By default these are the parts that are free text by what
// they are, and those that stand next to each other without a separator; with
// -keyambiguous.all every part.
func (k *keyambiguous) mark(es []element) bool {
	found := k.all
	for i, e := range es {
		if e.Name == "" {
			continue
		}
		es[i].Marked = k.all || e.free && !labelled(es, i) || slugAmongHyphens(es, i)
		if i > 0 && runsInto(&es[i-1], &e) {
			es[i].Marked, es[i-1].Marked = true, true
			found = true
		}
		found = found || es[i].Marked
	}
	return found
}

// runsInto reports whether two parts stand next to each other, nothing says
// where the first one ends, and somebody else chooses that.
func runsInto(a, b *element) bool {
	ends := func(e *element) bool {
		return e.hole != nil && (e.open && e.chosen || varies[template.Form(e.Form)])
	}
	return sideBySide(*a, *b) && ends(a) && ends(b)
}

// varies are the forms of texts of any length.
var varies = map[template.Form]bool{
	template.FormInt: true, template.FormUint: true, template.FormFloat: true, template.FormHex: true,
	template.FormBase64: true, template.FormEscape: true,
}

// label ends text that says what comes next, as in ",name=".
var label = lazy.Regexp(`\w{2,}=$`)

// labelled reports whether part i stands between labels, which nobody writes by
// chance: then only who sends a request is taken to do so.
func labelled(es []element, i int) bool {
	if es[i].hole != nil && fromRequest(es[i].hole) {
		return false
	}
	all, any := true, false
	for _, j := range []int{i - 1, i + 1} {
		if j > 0 && j < len(es)-1 {
			any = true
			all = all && es[j].Name == "" && label().MatchString(es[j].Lit)
		}
	}
	return all && any
}

// slugAmongHyphens reports whether part i is a name that people choose, which
// has no ":" or "/" in it, but may have the hyphens and dots that are all that
// stands around it: {namespace}-{source}-{id}.
func slugAmongHyphens(es []element, i int) bool {
	e := es[i]
	if !e.open || e.hole == nil || !isTextType(e.hole.Type) || !slugWords[lastWord(e.hole)] {
		return false
	}
	loose := false
	for _, j := range []int{i - 1, i + 1} {
		if j <= 0 || j >= len(es)-1 || es[j].Name != "" {
			continue // the key's own beginning and end part nothing
		}
		if strings.Trim(es[j].Lit, hyphens) != "" {
			return false
		}
		loose = true
	}
	return loose
}

// isFree reports whether a value is free text by what it is: it comes from a
// request, or is called by a word for text that people write. The value's own
// name goes before that of the parameter it is handed to. What is only called a
// name is none: most names have rules.
func (k *keyambiguous) isFree(h *template.Hole) bool {
	if fromRequest(h) {
		return true
	}
	for _, layer := range layers(h) {
		for _, n := range layer {
			last := singular(n[len(n)-1])
			if machineIDs[last] {
				return false
			}
			if last == "name" && len(n) > 1 {
				last = singular(n[len(n)-2]) // a file's name is as free as a file
			}
			if freeWords[last] {
				return true
			}
		}
	}
	return false
}

// layers are the names of a value, from its own outwards.
func layers(h *template.Hole) [][]name {
	var out [][]name
	depth := -1
	for _, e := range h.Evidence {
		if e.Kind == template.ByType || e.Text == "" {
			continue
		}
		n := nameOf(joinedPath(e))
		if len(n) == 0 {
			continue
		}
		if e.Depth != depth {
			out = append(out, nil)
			depth = e.Depth
		}
		out[len(out)-1] = append(out[len(out)-1], n)
	}
	if len(out) == 0 {
		if n := nameOf(h.Expr); len(n) > 0 {
			out = append(out, []name{n})
		}
	}
	return out
}

// lastWord is what a value's own name ends in.
func lastWord(h *template.Hole) string {
	for _, layer := range layers(h) {
		for _, n := range layer {
			if w := singular(n[len(n)-1]); !vague[w] || w == "name" || w == "slug" {
				return w
			}
		}
	}
	return ""
}

// fromRequest reports whether a value is taken out of a request.
func fromRequest(h *template.Hole) bool {
	for _, e := range h.Evidence {
		switch e.Kind {
		case template.ByFunc:
			if requestFuncs[plainName(e.Text)] {
				return true
			}
		case template.ByField:
			if requestFields[plainName(e.Text)] {
				return true
			}
		case template.ByName:
			if isHeaderName(e.Text) {
				return true
			}
		}
	}
	return false
}

// isHeaderName reports whether a text that a value is fetched by is the name of
// a header of one's own, or a constant that is called one.
func isHeaderName(s string) bool {
	if len(s) > 3 && strings.EqualFold(s[:2], "x-") {
		return true
	}
	ws := ident.Words(s)
	return len(ws) > 1 && ws[len(ws)-1] == "header"
}

// What hands out parts of a request. Methods of the values in it (path
// parameters, headers, forms) are free text for whoever sends it.
// https://pkg.go.dev/net/http#Request, https://pkg.go.dev/github.com/gin-gonic/gin#Context,
// https://pkg.go.dev/github.com/labstack/echo/v4#Context, https://pkg.go.dev/github.com/go-chi/chi/v5,
// https://pkg.go.dev/github.com/gofiber/fiber/v2#Ctx, https://pkg.go.dev/google.golang.org/grpc/metadata
var (
	requestFuncs = setOf(`
		(net/http.Header).Get (net/http.Header).Values (net/textproto.MIMEHeader).Get (net/url.Values).Get
		(net/http.Request).FormValue (net/http.Request).PostFormValue (net/http.Request).PathValue (net/http.Request).UserAgent
		(net/http.Request).Referer (net/http.Request).BasicAuth (net/url.URL).String (net/url.URL).RequestURI (net/url.URL).EscapedPath
		(net/url.URL).Query (net/url.URL).Hostname
		(github.com/gin-gonic/gin.Context).Param (github.com/gin-gonic/gin.Context).Query (github.com/gin-gonic/gin.Context).DefaultQuery
		(github.com/gin-gonic/gin.Context).GetQuery (github.com/gin-gonic/gin.Context).GetHeader (github.com/gin-gonic/gin.Context).PostForm
		(github.com/gin-gonic/gin.Context).DefaultPostForm (github.com/gin-gonic/gin.Context).Cookie (github.com/gin-gonic/gin.Context).FullPath
		(github.com/labstack/echo/v4.Context).Param (github.com/labstack/echo/v4.Context).QueryParam (github.com/labstack/echo/v4.Context).FormValue
		(github.com/labstack/echo/v4.Context).Path (github.com/labstack/echo/v4.Context).QueryString
		github.com/go-chi/chi/v5.URLParam github.com/go-chi/chi.URLParam github.com/go-chi/chi/v5.URLParamFromCtx
		(github.com/gofiber/fiber/v2.Ctx).Params (github.com/gofiber/fiber/v2.Ctx).Query (github.com/gofiber/fiber/v2.Ctx).Get
		(github.com/gofiber/fiber/v2.Ctx).FormValue (github.com/gofiber/fiber/v2.Ctx).Cookies (github.com/gofiber/fiber/v2.Ctx).Path
		(github.com/gofiber/fiber/v3.Ctx).Params (github.com/gofiber/fiber/v3.Ctx).Query (github.com/gofiber/fiber/v3.Ctx).Get
		github.com/gorilla/mux.Vars (github.com/julienschmidt/httprouter.Params).ByName
		(google.golang.org/grpc/metadata.MD).Get google.golang.org/grpc/metadata.ValueFromIncomingContext`)
	requestFields = setOf(`net/http.Request.Host net/http.Request.RequestURI net/http.Request.URL net/url.URL.Path net/url.URL.RawPath
		net/url.URL.RawQuery net/url.URL.Host net/url.URL.Fragment net/http.Cookie.Value`)
)

// The words that say what a value is, in the singular.
var (
	machineIDs = setOf("id uuid guid uid ulid hash digest checksum sha")
	freeWords  = setOf(`path pathname url uri link href topic query search term keyword phrase header body cookie
		selector filter expr expression condition pattern regex regexp glob sql statement where
		subject email mail title object relation user username nickname author display
		text message msg content comment description note question prompt input caption
		file filename dir directory folder repo repository image branch
		host hostname address addr origin referer agent issuer password
		channel room route label`)
	slugWords = setOf(`name slug namespace source target tenant org organisation organization workspace project team group account customer company
		realm shop store env environment region zone cluster service app application resource kind owner bucket domain tag role
		category brand site code login alias scope audience`)
)

// isTextType reports whether a type's values are text.
func isTextType(typ string) bool {
	switch typ {
	case "", "string", "[]byte", "[]string", "*string", "any", "interface{}":
		return true
	}
	// A named type: numbers and structs have a form or are no text, so that
	// what is left is called by its own name.
	return strings.Contains(typ, ".") && !strings.ContainsAny(typ, "[]{}*")
}

// maxLiterals bounds the constants of one type that are taken for all of its
// values.
const maxLiterals = 64

// constants returns the values of a named string type that has constants in
// its package: more than one, so that they are a choice.
func (k *keyambiguous) constants(typ string) []string {
	dot := strings.LastIndexByte(typ, '.')
	if dot < 0 || strings.ContainsAny(typ, "[]{}*") {
		return nil
	}
	if lits, ok := k.literals[typ]; ok {
		return lits
	}
	var lits []string
	if pkg := packageOf(k.pass.Pkg, typ[:dot], map[*types.Package]bool{}); pkg != nil {
		for _, name := range pkg.Scope().Names() {
			c, ok := pkg.Scope().Lookup(name).(*types.Const)
			if ok && c.Val().Kind() == constant.String && types.TypeString(c.Type(), nil) == typ && constant.StringVal(c.Val()) != "" {
				lits = append(lits, constant.StringVal(c.Val()))
			}
		}
	}
	slices.Sort(lits)
	lits = slices.Compact(lits)
	if len(lits) < 2 || len(lits) > maxLiterals {
		lits = nil
	}
	k.literals[typ] = lits
	return lits
}

// packageOf finds a package among what from imports.
func packageOf(from *types.Package, path string, seen map[*types.Package]bool) *types.Package {
	if from.Path() == path {
		return from
	}
	seen[from] = true
	for _, imp := range from.Imports() {
		if seen[imp] {
			continue
		}
		if p := packageOf(imp, path, seen); p != nil {
			return p
		}
	}
	return nil
}
