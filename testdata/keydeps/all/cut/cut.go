// Package cut works a rate out in a function with more branches than are
// looked at. One of them could be the tenant's: that is said, not taken for fine.
package cut

import (
	"context"
	"time"

	"github.com/redis/go-redis/v9"
)

type Rates struct{ rdb *redis.Client }

func (r *Rates) Fill(ctx context.Context, country string) error {
	rate := rateOf(country)
	return r.rdb.Set(ctx, "rate:"+country, rate, time.Hour).Err() // want `^value cached under "rate:{country}" may depend on what the key leaves out: the code that makes it is too large to be followed$`
}

// rateOf is one long switch, as a generator would write it.
func rateOf(country string) int {
	rate := 0
	switch country {
	case "AD":
		rate = 1
	case "AE":
		rate = 2
	case "AF":
		rate = 3
	case "AG":
		rate = 4
	case "AI":
		rate = 5
	case "AL":
		rate = 6
	case "AM":
		rate = 7
	case "AO":
		rate = 8
	case "AR":
		rate = 9
	case "AT":
		rate = 10
	case "AU":
		rate = 11
	case "AZ":
		rate = 12
	case "BA":
		rate = 13
	case "BB":
		rate = 14
	case "BD":
		rate = 15
	case "BE":
		rate = 16
	case "BF":
		rate = 17
	case "BG":
		rate = 18
	case "BH":
		rate = 19
	case "BI":
		rate = 20
	case "BJ":
		rate = 21
	case "BN":
		rate = 22
	case "BO":
		rate = 23
	case "BR":
		rate = 24
	case "BS":
		rate = 25
	case "BT":
		rate = 26
	case "BW":
		rate = 27
	case "BY":
		rate = 28
	case "BZ":
		rate = 29
	case "CA":
		rate = 30
	case "CD":
		rate = 31
	case "CF":
		rate = 32
	case "CG":
		rate = 33
	case "CH":
		rate = 34
	case "CI":
		rate = 35
	case "CL":
		rate = 36
	case "CM":
		rate = 37
	case "CN":
		rate = 38
	case "CO":
		rate = 39
	case "CR":
		rate = 40
	case "CU":
		rate = 41
	case "CV":
		rate = 42
	case "CY":
		rate = 43
	case "CZ":
		rate = 44
	case "DE":
		rate = 45
	case "DJ":
		rate = 46
	case "DK":
		rate = 47
	case "DM":
		rate = 48
	case "DO":
		rate = 49
	case "DZ":
		rate = 50
	case "EC":
		rate = 51
	case "EE":
		rate = 52
	case "EG":
		rate = 53
	case "ER":
		rate = 54
	case "ES":
		rate = 55
	case "ET":
		rate = 56
	case "FI":
		rate = 57
	case "FJ":
		rate = 58
	case "FM":
		rate = 59
	case "FR":
		rate = 60
	case "GA":
		rate = 61
	case "GB":
		rate = 62
	case "GD":
		rate = 63
	case "GE":
		rate = 64
	case "GH":
		rate = 65
	case "GM":
		rate = 66
	case "GN":
		rate = 67
	case "GQ":
		rate = 68
	case "GR":
		rate = 69
	case "GT":
		rate = 70
	}
	return rate
}
