package marketplace

import "net/url"

// IsTest tells whether the debug step or the dial test calls. Absent, empty and 0 are real calls.
func IsTest(params url.Values) bool {
	return params.Get("testFlag") == "1" // not Has: real calls may carry 0
}
