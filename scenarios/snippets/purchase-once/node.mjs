// One order may bring a call for each metered item: then the index is on order_id and product_id.
export const SCHEMA = `
CREATE TABLE IF NOT EXISTS instances (
    order_id    VARCHAR(64) NOT NULL UNIQUE,
    instance_id VARCHAR(64) NOT NULL
)`;

/**
 * The instance of an order; a repeated delivery gets that of the first one. `db` is a pool of the
 * package pg.
 */
export async function purchase(db, params) {
  // businessId is new with each delivery, so it is good for the id and not for the index.
  // In MySQL: INSERT IGNORE INTO instances ...
  await db.query(
    "INSERT INTO instances (order_id, instance_id) VALUES ($1, $2) ON CONFLICT (order_id) DO NOTHING",
    [params.get("orderId"), params.get("businessId")],
  );
  const found = await db.query("SELECT instance_id FROM instances WHERE order_id = $1", [
    params.get("orderId"),
  ]);
  // Create what belongs to the instance from here on, each step so that it may be done again.
  return found.rows[0].instance_id;
}
