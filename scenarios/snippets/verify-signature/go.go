package marketplace

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"net/url"
	"strconv"
	"strings"
	"time"
)

// IsSigned tells whether body, the bytes as they came, was signed by query, r.URL.RawQuery.
func IsSigned(accessKey, query string, body []byte, now time.Time) bool {
	params, err := url.ParseQuery(query)
	if err != nil {
		return false
	}
	nonce, timestamp := params.Get("nonce"), params.Get("timestamp")
	millis, err := strconv.ParseInt(timestamp, 10, 64) // milliseconds, not seconds
	if err != nil || nonce == "" {
		return false
	}
	age := now.Sub(time.UnixMilli(millis))
	if age > time.Minute || age < -time.Minute { // to either side
		return false
	}
	text := accessKey + nonce + timestamp + hmacHex(accessKey, body)
	right := hmacHex(accessKey, []byte(text))
	return hmac.Equal([]byte(right), []byte(strings.ToLower(params.Get("signature"))))
}

func hmacHex(key string, data []byte) string {
	mac := hmac.New(sha256.New, []byte(key))
	mac.Write(data)
	return hex.EncodeToString(mac.Sum(nil))
}
