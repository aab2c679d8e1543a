<?php
// One order may bring a call for each metered item: then the index is on order_id and product_id.
const SCHEMA = <<<'SQL'
CREATE TABLE IF NOT EXISTS instances (
    order_id    VARCHAR(64) NOT NULL UNIQUE,
    instance_id VARCHAR(64) NOT NULL
)
SQL;

/** The instance of an order; a repeated delivery gets that of the first one. */
function purchase(PDO $db, array $params): string
{
    // businessId is new with each delivery, so it is good for the id and not for the index.
    // In MySQL: INSERT IGNORE INTO instances ...
    $insert = $db->prepare(
        'INSERT INTO instances (order_id, instance_id) VALUES (?, ?) ON CONFLICT (order_id) DO NOTHING'
    );
    $insert->execute([$params['orderId'], $params['businessId']]);
    $select = $db->prepare('SELECT instance_id FROM instances WHERE order_id = ?');
    $select->execute([$params['orderId']]);
    // Create what belongs to the instance from here on, each step so that it may be done again.
    return $select->fetchColumn();
}
