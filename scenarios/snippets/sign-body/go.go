package marketplace

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"net/http"
)

// BodySign is the value of the header Body-Sign for these very bytes.
func BodySign(accessKey string, body []byte) string {
	mac := hmac.New(sha256.New, []byte(accessKey))
	mac.Write(body)
	signature := base64.StdEncoding.EncodeToString(mac.Sum(nil))
	return `sign_type="HMAC-SHA256", signature="` + signature + `"`
}

// Answer serialises once, signs those bytes and sends them. A json.Encoder on w would write the
// object a second time, and a line end behind it.
func Answer(w http.ResponseWriter, accessKey string, members any) error {
	body, err := json.Marshal(members)
	if err != nil {
		return err
	}
	w.Header().Set("Content-Type", "application/json;charset=UTF-8")
	w.Header().Set("Body-Sign", BodySign(accessKey, body))
	_, err = w.Write(body)
	return err
}
