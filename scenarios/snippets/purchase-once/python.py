import sqlite3

# One order may bring a call for each metered item: then the index is on order_id and product_id.
SCHEMA = """
CREATE TABLE IF NOT EXISTS instances (
    order_id    VARCHAR(64) NOT NULL UNIQUE,
    instance_id VARCHAR(64) NOT NULL
)"""


def purchase(db: sqlite3.Connection, params: dict[str, str]) -> str:
    """The instance of an order; a repeated delivery gets that of the first one."""
    with db:  # one transaction
        # businessId is new with each delivery, so it is good for the id and not for the index.
        # In MySQL: INSERT IGNORE INTO instances ...
        db.execute(
            "INSERT INTO instances (order_id, instance_id) VALUES (?, ?)"
            " ON CONFLICT (order_id) DO NOTHING",
            (params["orderId"], params["businessId"]),
        )
        row = db.execute(
            "SELECT instance_id FROM instances WHERE order_id = ?", (params["orderId"],)
        ).fetchone()
    # Create what belongs to the instance from here on, each step so that it may be done again.
    return row[0]
