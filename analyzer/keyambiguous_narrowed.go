package analyzer

import (
	"regexp"
	"slices"
	"strings"

	"github.com/tenantkey/tenantkey/internal/template"
)

// narrowed is what is left of free text after what was done to it: a
// separator that was replaced can't be in it any more. "" is any text.
func narrowed(h *template.Hole) string {
	if slices.ContainsFunc(h.Via, func(s template.Step) bool { return quoting[s.Func] }) {
		return quotedText
	}
	if is := replaced(h.Via); is != "" {
		return is
	}
	if is := separated(h.Via); is != "" {
		return is
	}
	if kubernetesName(h) {
		return `[a-z0-9.-]*`
	}
	for _, e := range h.Evidence {
		if is, ok := alphabetOf[plainName(e.Text)]; ok && e.Depth == 0 {
			return is
		}
		if typ, ok := printedBy(e); ok && e.Depth == 0 && alphabetOf[typ] != "" {
			return alphabetOf[typ]
		}
	}
	return alphabetOf[h.Type]
}

// printedBy returns the type whose method prints it: ulid.ULID for its String.
func printedBy(e template.Evidence) (typ string, ok bool) {
	typ, method, ok := strings.Cut(plainName(e.Text), ").")
	return strings.TrimPrefix(typ, "("), ok && e.Kind == template.ByFunc && (method == "String" || method == "Hex")
}

// alphabetOf says what text looks like that a function returns, a field has or
// a type is printed as: parts of a request, and the tokens and ids of libraries.
// https://www.rfc-editor.org/rfc/rfc9110#section-5.6.2, https://www.rfc-editor.org/rfc/rfc3986#section-3,
// https://www.rfc-editor.org/rfc/rfc7519#section-3, https://pkg.go.dev/github.com/oklog/ulid/v2,
// https://pkg.go.dev/github.com/segmentio/ksuid, https://pkg.go.dev/github.com/rs/xid,
// https://pkg.go.dev/github.com/matoous/go-nanoid/v2, https://pkg.go.dev/github.com/lithammer/shortuuid/v4,
// https://pkg.go.dev/go.mongodb.org/mongo-driver/v2/bson#ObjectID, https://pkg.go.dev/crypto/rand#Text
var alphabetOf = map[string]string{
	"net/http.Request.Method":   "[A-Za-z0-9!#$%&'*+.^_|~-]*", // a token
	"net/http.Request.Host":     `[^/?#\s]*`,
	"net/url.URL.Host":          `[^/?#\s]*`,
	"(net/url.URL).EscapedPath": `[^?#\s]*`,

	"(github.com/golang-jwt/jwt.Token).SignedString":     compactJWT,
	"(github.com/golang-jwt/jwt/v4.Token).SignedString":  compactJWT,
	"(github.com/golang-jwt/jwt/v5.Token).SignedString":  compactJWT,
	"(github.com/golang-jwt/jwt/v5.Token).SigningString": compactJWT,
	"(github.com/dgrijalva/jwt-go.Token).SignedString":   compactJWT,

	"crypto/rand.Text":                          `[A-Z2-7]{26}`,
	"github.com/google/uuid.NewString":          uuidText,
	"github.com/hashicorp/go-uuid.GenerateUUID": uuidText,
	"github.com/oklog/ulid.ULID":                ulidText,
	"github.com/oklog/ulid/v2.ULID":             ulidText,
	"github.com/segmentio/ksuid.KSUID":          `[0-9A-Za-z]{27}`,
	"github.com/rs/xid.ID":                      `[0-9a-v]{20}`,
	"github.com/matoous/go-nanoid/v2.New":       `[0-9A-Za-z_-]*`,
	"github.com/matoous/go-nanoid/v2.Must":      `[0-9A-Za-z_-]*`,
	"github.com/teris-io/shortid.Generate":      `[0-9A-Za-z_-]*`,
	"github.com/teris-io/shortid.MustGenerate":  `[0-9A-Za-z_-]*`,
	"github.com/lithammer/shortuuid/v4.New":     `[2-9A-HJ-NP-Za-km-z]{22}`,
	"github.com/lithammer/shortuuid/v3.New":     `[2-9A-HJ-NP-Za-km-z]{22}`,
	"github.com/nats-io/nuid.Next":              `[0-9A-Za-z]{22}`,

	"go.mongodb.org/mongo-driver/bson/primitive.ObjectID": objectID,
	"go.mongodb.org/mongo-driver/v2/bson.ObjectID":        objectID,
}

const (
	compactJWT = `[0-9A-Za-z_.-]*`
	uuidText   = `[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}`
	ulidText   = `[0-9A-HJKMNP-TV-Z]{26}`
	objectID   = `[0-9a-f]{24}`
)

// encoded is the alphabet of text that was escaped or encoded.
func encoded(h *template.Hole) string {
	is := map[template.Form]string{template.FormEscape: pathEscaped, template.FormBase64: ""}[h.Form]
	for _, s := range h.Via {
		if form, ok := alphabets[s.Func]; ok {
			is = form
		}
	}
	return is
}

// alphabets are what the steps leave, by their names. URLEncoding has the
// hyphen and the underscore where StdEncoding has + and /.
// https://pkg.go.dev/encoding/base64#pkg-variables
var alphabets = map[string]string{
	"url.PathEscape":  pathEscaped,
	"url.QueryEscape": queryEscaped,

	"encoding/base64.StdEncoding":    `[A-Za-z0-9+/]*={0,2}`,
	"encoding/base64.RawStdEncoding": `[A-Za-z0-9+/]*`,
	"encoding/base64.URLEncoding":    `[A-Za-z0-9_-]*={0,2}`,
	"encoding/base64.RawURLEncoding": `[A-Za-z0-9_-]*`,
	"encoding/base32.StdEncoding":    `[A-Z2-7]*=*`,
	"encoding/base32.HexEncoding":    `[0-9A-V]*=*`,
}

// quoting are steps after which the text says itself where it ends.
var quoting = setOf("strconv.Quote strconv.QuoteToASCII strconv.AppendQuote")

// replaced is the expression of the texts that are left when single runes of
// any text are replaced: other runes, and what stands in the place of those.
// ":" for "_" leaves no colon; ":" for "\:" leaves some, so it makes two parts
// around a colon unambiguous only if "\" was doubled before, or at once.
func replaced(via []template.Step) string {
	gone, instead := "", []string{}
	for _, s := range via {
		if s.Func != "strings.ReplaceAll" && s.Func != template.Replacer {
			continue
		}
		for i := 0; i < len(s.Args); i += 2 {
			if len([]rune(s.Args[i])) != 1 || len(s.Args)%2 != 0 {
				return "" // what this makes of the places of earlier ones can't be said so simply
			}
		}
		replace := strings.NewReplacer(s.Args...).Replace
		for i := range instead {
			instead[i] = replace(instead[i])
		}
		for i := 0; i < len(s.Args); i += 2 {
			if old := s.Args[i]; !strings.Contains(gone, old) {
				gone += old
				instead = append(instead, replace(old))
			}
		}
	}
	if gone == "" {
		return ""
	}
	is := "(?:[^" + inClass(gone) + "]"
	for _, text := range instead {
		if text != "" {
			is += "|" + regexp.QuoteMeta(text)
		}
	}
	return is + ")*"
}

// separated is the expression of a piece of text that was cut at single runes:
// it has none of them.
func separated(via []template.Step) string {
	without := ""
	for _, s := range via {
		if s.Func == template.Piece && len(s.Args) == 1 && len([]rune(s.Args[0])) == 1 {
			without += s.Args[0]
		}
	}
	if without == "" {
		return ""
	}
	return "[^" + inClass(without) + "]*"
}

// inClass writes runes as they stand in the brackets of an expression.
func inClass(runes string) string {
	var out strings.Builder
	for _, r := range runes {
		if strings.ContainsRune(`\]^-[`, r) {
			out.WriteByte('\\')
		}
		out.WriteRune(r)
	}
	return out.String()
}

// kubernetesName reports whether h is a name of an object of Kubernetes, which
// checks that it is a DNS name.
// https://kubernetes.io/docs/concepts/overview/working-with-objects/names/
func kubernetesName(h *template.Hole) bool {
	return slices.ContainsFunc(h.Evidence, func(e template.Evidence) bool {
		return (e.Kind == template.ByField || e.Kind == template.ByFunc) && strings.HasPrefix(strings.TrimLeft(e.Text, "(*"), "k8s.io/") &&
			(strings.HasSuffix(e.Text, "Name") || strings.HasSuffix(e.Text, "Namespace"))
	})
}
