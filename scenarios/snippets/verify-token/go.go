package marketplace

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"net/url"
	"sort"
	"strings"
)

// IsFromMarketplace tells whether query, r.URL.RawQuery, was signed with the access key.
func IsFromMarketplace(accessKey, query string) bool {
	params, err := url.ParseQuery(query) // decodes once
	if err != nil {
		return false
	}
	// Base64 has no blanks: one is a plus sign that was not escaped.
	sent := strings.ReplaceAll(params.Get("authToken"), " ", "+")
	params.Del("authToken")
	pairs := make([]string, 0, len(params))
	for name := range params {
		pairs = append(pairs, name)
	}
	sort.Strings(pairs) // the names, before their values are put behind them
	for at, name := range pairs {
		pairs[at] = name + "=" + params.Get(name)
	}
	mac := hmac.New(sha256.New, []byte(accessKey+params.Get("timeStamp")))
	mac.Write([]byte(strings.Join(pairs, "&")))
	token := base64.StdEncoding.EncodeToString(mac.Sum(nil))
	return hmac.Equal([]byte(token), []byte(sent))
}
