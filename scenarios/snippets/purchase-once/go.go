package marketplace

import (
	"context"
	"database/sql"
	"net/url"
)

// Schema has the index that counts. One order may bring a call for each metered item: then the
// index is on order_id and product_id.
const Schema = `
CREATE TABLE IF NOT EXISTS instances (
    order_id    VARCHAR(64) NOT NULL UNIQUE,
    instance_id VARCHAR(64) NOT NULL
)`

// Purchase gives the instance of an order; a repeated delivery gets that of the first one.
func Purchase(ctx context.Context, db *sql.DB, params url.Values) (string, error) {
	// businessId is new with each delivery, so it is good for the id and not for the index.
	// In MySQL: INSERT IGNORE INTO instances ..., with ? for $1.
	const insert = `INSERT INTO instances (order_id, instance_id) VALUES ($1, $2)
		ON CONFLICT (order_id) DO NOTHING`
	orderID := params.Get("orderId")
	if _, err := db.ExecContext(ctx, insert, orderID, params.Get("businessId")); err != nil {
		return "", err
	}
	const find = `SELECT instance_id FROM instances WHERE order_id = $1`
	var instance string
	err := db.QueryRowContext(ctx, find, orderID).Scan(&instance)
	// Create what belongs to the instance from here on, each step so that it may be done again.
	return instance, err
}
