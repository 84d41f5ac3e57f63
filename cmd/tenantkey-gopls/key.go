package main

import (
	"bytes"
	"fmt"
	"go/ast"
	"go/format"
	"go/parser"
	"go/token"
)

// keyMethod is the method of gopls's analysisNode that makes the key under
// which the findings of a package are kept, and keyHash the variable in it
// that is a hash over all that the findings depend on.
const (
	keyMethod = "cacheKey"
	keyHash   = "hasher"
)

// addToKey returns the source of gopls's internal/cache/analysis.go with one
// more line, which adds the package's registries to the key.
func addToKey(src []byte) ([]byte, error) {
	fset := token.NewFileSet()
	file, err := parser.ParseFile(fset, "analysis.go", src, parser.SkipObjectResolution)
	if err != nil {
		return nil, err
	}
	fn := method(file, keyMethod)
	if fn == nil {
		return nil, fmt.Errorf("there is no method %s", keyMethod)
	}
	node := fn.Recv.List[0].Names
	if len(node) != 1 {
		return nil, fmt.Errorf("the receiver of %s has no name", keyMethod)
	}
	made := assignment(fn.Body, keyHash)
	if made == nil {
		return nil, fmt.Errorf("%s has no variable %s", keyMethod, keyHash)
	}
	line := fmt.Sprintf("\n\tfmt.Fprintf(%s, \"tenantkey: %%s\\n\", settings.TenantkeyDigest(%s.ph.mp.CompiledGoFiles))", keyHash, node[0].Name)
	at := fset.Position(made.End()).Offset
	return format.Source(bytes.Join([][]byte{src[:at], []byte(line), src[at:]}, nil))
}

// method returns the only method of a name, nil when there is none or more.
func method(file *ast.File, name string) *ast.FuncDecl {
	var found *ast.FuncDecl
	for _, d := range file.Decls {
		fn, ok := d.(*ast.FuncDecl)
		if !ok || fn.Recv == nil || fn.Name.Name != name {
			continue
		}
		if found != nil {
			return nil
		}
		found = fn
	}
	return found
}

// assignment returns the statement of a block that declares a variable.
func assignment(block *ast.BlockStmt, name string) ast.Stmt {
	for _, s := range block.List {
		a, ok := s.(*ast.AssignStmt)
		if !ok || a.Tok != token.DEFINE || len(a.Lhs) != 1 {
			continue
		}
		if id, ok := a.Lhs[0].(*ast.Ident); ok && id.Name == name {
			return s
		}
	}
	return nil
}
