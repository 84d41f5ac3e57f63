// Package callform writes the same store call in every way that Go has for a
// call. The key is as simple as can be: what counts is that the call is found,
// once, with the right operation and the right argument.
package callform

import (
	"context"
	"errors"
	"time"

	. "github.com/hashicorp/golang-lru/v2"
	rd "github.com/redis/go-redis/v9"

	"example.com/forms/callform/client"
)

// Plain is a statement.
func Plain(ctx context.Context, rdb *rd.Client, itemID string) {
	rdb.Get(ctx, "item:"+itemID) // want `^get item:{itemID} no$`
}

// Chained goes on with the result.
func Chained(ctx context.Context, rdb *rd.Client, orgID string) (string, error) {
	return rdb.Get(ctx, "org:"+orgID).Result() // want `^get org:{orgID} yes$`
}

// Deferred is called at the end; its arguments are evaluated at once.
func Deferred(ctx context.Context, rdb *rd.Client, itemID string) {
	key := "lock:" + itemID
	defer rdb.Del(ctx, key) // want `^delete lock:{itemID} no$`
	key = "other"
	_ = key
}

// Started runs by itself.
func Started(ctx context.Context, rdb *rd.Client, orgID, itemID string) {
	go rdb.Del(ctx, orgID+":"+itemID) // want `^delete {orgID}:{itemID} yes$`
}

// MethodValue binds the receiver before.
func MethodValue(ctx context.Context, rdb *rd.Client, itemID string) {
	get := rdb.Get
	get(ctx, "item:"+itemID) // want `^get item:{itemID} no$`
}

// MethodExpression has the receiver as first argument: places shift by one.
func MethodExpression(ctx context.Context, rdb *rd.Client, orgID string) {
	(*rd.Client).Get(rdb, ctx, "org:"+orgID) // want `^get org:{orgID} yes$`
}

// Parentheses stand around the function.
func Parentheses(ctx context.Context, rdb *rd.Client, itemID string) {
	(rdb.Get)(ctx, "item:"+itemID) // want `^get item:{itemID} no$`
}

type embedded struct {
	*rd.Client
	name string
}

// Promoted calls a method of an embedded client.
func Promoted(ctx context.Context, e embedded, tenantID string) {
	e.Get(ctx, "t:"+tenantID) // want `^get t:{tenantID} yes$`
}

// PromotedDeep embeds it twice over.
func PromotedDeep(ctx context.Context, e struct{ embedded }, itemID string) {
	e.Set(ctx, "item:"+itemID, 1, 0) // want `^set item:{itemID} no$`
}

type service struct {
	deps struct{ redis *rd.Client }
}

// FieldChain selects the client through fields.
func (s *service) FieldChain(ctx context.Context, orgID string) {
	s.deps.redis.Get(ctx, "org:"+orgID) // want `^get org:{orgID} yes$`
}

// OfFunction gets the client from a function.
func OfFunction(ctx context.Context, itemID string) {
	client.Conn().Get(ctx, "item:"+itemID) // want `^get item:{itemID} no$`
}

// OfVariable gets it from a variable of another package.
func OfVariable(ctx context.Context, itemID string) {
	client.Shared.Get(ctx, "item:"+itemID) // want `^get item:{itemID} no$`
}

// InCondition calls it in an if.
func InCondition(ctx context.Context, rdb *rd.Client, orgID string) bool {
	if err := rdb.Get(ctx, "org:"+orgID).Err(); errors.Is(err, rd.Nil) { // want `^get org:{orgID} yes$`
		return false
	}
	return rdb.Exists(ctx, "flags").Val() == 1 // want `^get flags no$`
}

// InSwitch calls it in a switch.
func InSwitch(ctx context.Context, rdb *rd.Client, itemID string) {
	switch v, err := rdb.Get(ctx, "item:"+itemID).Int(); { // want `^get item:{itemID} no$`
	case err == nil && v > 0:
		rdb.Decr(ctx, "count:"+itemID) // want `^incr count:{itemID} no$`
	}
}

// InLiteral calls it in a composite literal.
func InLiteral(ctx context.Context, rdb *rd.Client, itemID string) []string {
	return []string{
		rdb.Get(ctx, "item:"+itemID).Val(), // want `^get item:{itemID} no$`
		rdb.Get(ctx, "page:"+itemID).Val(), // want `^get page:{itemID} no$`
	}
}

// KeyFromStore uses what one call gave in the key of the next.
func KeyFromStore(ctx context.Context, rdb *rd.Client, userID string) {
	itemID := rdb.Get(ctx, "last:"+userID).Val() // want `^get last:{userID} no$`
	rdb.Get(ctx, "item:"+itemID)                 // want `^get item:{(?:[^{}]|{[^{}]*})*} no$`
}

// NestedCall has one in the arguments of the other, on one line.
func NestedCall(ctx context.Context, rdb *rd.Client, userID string) {
	rdb.Get(ctx, "item:"+rdb.Get(ctx, "last:"+userID).Val()) // want `^get item:{(?:[^{}]|{[^{}]*})*} no$` `^get last:{userID} no$`
}

// Pipeline calls the same method on a pipeline.
func Pipeline(ctx context.Context, rdb *rd.Client, orgID string) {
	pipe := rdb.TxPipeline()
	pipe.Incr(ctx, "n:"+orgID)                // want `^incr n:{orgID} yes$`
	pipe.Expire(ctx, "n:"+orgID, time.Minute) // want `^expire n:{orgID} yes$`
	pipe.Exec(ctx)
}

// Cluster and the other clients share their methods by embedding.
func Cluster(ctx context.Context, a *rd.ClusterClient, b *rd.Ring, c *rd.Conn, itemID string) {
	a.Get(ctx, "item:"+itemID) // want `^get item:{itemID} no$`
	b.Get(ctx, "item:"+itemID) // want `^get item:{itemID} no$`
	c.Get(ctx, "item:"+itemID) // want `^get item:{itemID} no$`
}

// ManyKeys has several in one call.
func ManyKeys(ctx context.Context, rdb *rd.Client, orgID, itemID string) {
	rdb.Del(ctx, "org:"+orgID, "item:"+itemID, "flags") // want `^delete org:{orgID} yes$` `^delete item:{itemID} no$` `^delete flags no$`
}

// SeveralLines spreads the call over lines: it is told where it begins.
func SeveralLines(ctx context.Context, rdb *rd.Client, orgID, itemID string) {
	rdb.Set( // want `^set {orgID}:item:{itemID} yes$`
		ctx,
		orgID+":item:"+itemID,
		1,
		time.Hour,
	)
}

// Hash has the key first and a field after it, which is no key.
func Hash(ctx context.Context, rdb *rd.Client, itemID, orgID string) {
	rdb.HGet(ctx, "item:"+itemID, orgID)        // want `^get item:{itemID} no$`
	rdb.HSet(ctx, "org:"+orgID, "item", itemID) // want `^set org:{orgID} yes$`
}

// Scripted hands keys to a script, apart from the arguments.
func Scripted(ctx context.Context, rdb *rd.Client, orgID, itemID string) {
	rdb.Eval(ctx, "return redis.call('GET', KEYS[1])", []string{orgID + ":" + itemID}, itemID) // want `^(get|other) {orgID}:{itemID} yes$`
}

var touch = rd.NewScript("return redis.call('INCR', KEYS[1])")

// ScriptRun runs a prepared one.
func ScriptRun(ctx context.Context, rdb *rd.Client, itemID string) {
	touch.Run(ctx, rdb, []string{"n:" + itemID}) // want `^(incr|other) n:{itemID} no$`
}

// DotImport has the client's package without its name.
func DotImport(orgID string) {
	c, _ := New[string, int](8)
	c.Add("org:"+orgID, 1) // want `^set org:{orgID} yes$`
}

// FunctionField keeps the client's method in a field.
type functionField struct {
	get func(context.Context, string) *rd.StringCmd
}

func newFunctionField(rdb *rd.Client) functionField { return functionField{get: rdb.Get} }

// MethodInField calls a field that only the constructor sets, to a method of
// the client.
func (f functionField) MethodInField(ctx context.Context, itemID string) {
	f.get(ctx, "item:"+itemID) // want `^get item:{itemID} no$`
}

var useField = newFunctionField

// Closed calls it in a literal that is called in place.
func Closed(ctx context.Context, rdb *rd.Client, orgID string) {
	func() {
		rdb.Get(ctx, "org:"+orgID) // want `^get org:{orgID} yes$`
	}()
}

// packageLevel is initialised by a store call outside of any function.
var packageLevel = client.Shared.Get(context.Background(), "boot:config") // want `^get boot:config no$`

// Init runs before main.
func init() {
	client.Shared.Set(context.Background(), "boot:seen", 1, 0) // want `^set boot:seen no$`
}
