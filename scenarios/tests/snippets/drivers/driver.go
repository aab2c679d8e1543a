// Runs the Go snippets: a line with an operation and hexadecimal arguments in, a line out.
package main

import (
	"bufio"
	"context"
	"database/sql"
	"database/sql/driver"
	"encoding/hex"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"strconv"
	"strings"
	"time"

	"snippets/marketplace"
)

func main() {
	sql.Register("fake", database{rows: map[string]string{}})
	db, _ := sql.Open("fake", "")
	lines := bufio.NewScanner(os.Stdin)
	lines.Buffer(nil, 1<<22)
	for lines.Scan() {
		parts := strings.Split(lines.Text(), "\t")
		given := make([]string, len(parts)-1)
		for at := range given {
			decoded, err := hex.DecodeString(parts[at+1])
			if err != nil {
				panic(err)
			}
			given[at] = string(decoded)
		}
		fmt.Println(answer(db, parts[0], given))
	}
}

func answer(db *sql.DB, operation string, given []string) string {
	switch operation {
	case "verify":
		return fmt.Sprint(marketplace.IsFromMarketplace(given[0], given[1]))
	case "signed":
		now, err := strconv.ParseInt(given[3], 10, 64)
		if err != nil {
			panic(err)
		}
		return fmt.Sprint(marketplace.IsSigned(given[0], given[1], []byte(given[2]), time.UnixMilli(now)))
	case "sign":
		return marketplace.BodySign(given[0], []byte(given[1]))
	case "answer":
		w := httptest.NewRecorder()
		err := marketplace.Answer(w, given[0], map[string]string{"resultMsg": "好"})
		signed := marketplace.BodySign(given[0], w.Body.Bytes())
		return fmt.Sprint(err == nil && w.Header().Get("Body-Sign") == signed)
	case "derive":
		return hex.EncodeToString(marketplace.DeriveKey(given[0], bits(given[1])))
	case "iv":
		iv, _ := marketplace.NewIV()
		return iv
	case "encrypt":
		value, _ := marketplace.Encrypt(given[0], bits(given[1]), given[2], given[3])
		return value
	case "decrypt":
		text, err := marketplace.Decrypt(given[0], bits(given[1]), given[2])
		if err != nil {
			return err.Error()
		}
		return hex.EncodeToString([]byte(text))
	case "test":
		params, _ := url.ParseQuery(strings.Join(given, ""))
		return fmt.Sprint(marketplace.IsTest(params))
	case "purchase":
		params := url.Values{"orderId": {given[0]}, "businessId": {given[1]}}
		instance, err := marketplace.Purchase(context.Background(), db, params)
		if err != nil {
			return err.Error()
		}
		return instance
	case "header":
		return header()
	}
	return "unknown operation"
}

func bits(text string) int {
	number, _ := strconv.Atoi(text)
	return number
}

// header is what a server sends, byte for byte.
func header() string {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return err.Error()
	}
	handler := http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		_ = marketplace.Send(w, []byte("{}"), "value")
	})
	server := marketplace.Server("", handler)
	defer server.Close()
	go server.Serve(listener)
	connection, err := net.Dial("tcp", listener.Addr().String())
	if err != nil {
		return err.Error()
	}
	fmt.Fprint(connection, "GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
	text, _ := io.ReadAll(connection)
	if strings.Contains(string(text), "\r\nBody-Sign: value\r\n") {
		return "Body-Sign"
	}
	return strconv.Quote(string(text))
}

// database does what the two statements do in a database with the unique index.
type database struct{ rows map[string]string }

func (d database) Open(string) (driver.Conn, error)      { return d, nil }
func (d database) Close() error                          { return nil }
func (d database) Begin() (driver.Tx, error)             { return nil, driver.ErrSkip }
func (d database) Prepare(q string) (driver.Stmt, error) { return statement{d.rows, q}, nil }

type statement struct {
	rows map[string]string
	sql  string
}

func (s statement) Close() error  { return nil }
func (s statement) NumInput() int { return strings.Count(s.sql, "$") }

func (s statement) Exec(given []driver.Value) (driver.Result, error) {
	if !strings.HasSuffix(s.sql, "ON CONFLICT (order_id) DO NOTHING") {
		return nil, fmt.Errorf("%s", s.sql)
	}
	if _, known := s.rows[given[0].(string)]; !known {
		s.rows[given[0].(string)] = given[1].(string)
	}
	return driver.RowsAffected(1), nil
}

func (s statement) Query(given []driver.Value) (driver.Rows, error) {
	return &found{s.rows[given[0].(string)], false}, nil
}

type found struct {
	instance string
	read     bool
}

func (f *found) Columns() []string { return []string{"instance_id"} }
func (f *found) Close() error      { return nil }
func (f *found) Next(to []driver.Value) error {
	if f.read {
		return io.EOF
	}
	f.read, to[0] = true, f.instance
	return nil
}
