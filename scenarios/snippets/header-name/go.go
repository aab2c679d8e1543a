package marketplace

import (
	"crypto/tls"
	"net/http"
)

// Server keeps to HTTP/1.1: over HTTP/2 every name is in lower case.
func Server(address string, handler http.Handler) *http.Server {
	return &http.Server{
		Addr:         address,
		Handler:      handler,
		TLSNextProto: map[string]func(*http.Server, *tls.Conn, http.Handler){}, // no HTTP/2
	}
}

// Send sends an answer. Header().Set makes Body-Sign of any spelling, which is what is wanted here.
func Send(w http.ResponseWriter, body []byte, value string) error {
	w.Header().Set("Content-Type", "application/json;charset=UTF-8")
	w.Header().Set("Body-Sign", value)
	_, err := w.Write(body)
	return err
}
