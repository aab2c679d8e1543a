import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;

final class Purchases {
    /** One order may bring a call for each metered item: then the index is on order_id and product_id. */
    static final String SCHEMA = "CREATE TABLE IF NOT EXISTS instances ("
            + "order_id VARCHAR(64) NOT NULL UNIQUE, instance_id VARCHAR(64) NOT NULL)";

    /** The instance of an order; a repeated delivery gets that of the first one. */
    static String purchase(Connection db, Map<String, String> params) throws SQLException {
        // businessId is new with each delivery, so it is good for the id and not for the index.
        // In MySQL: INSERT IGNORE INTO instances ...
        String insert = "INSERT INTO instances (order_id, instance_id) VALUES (?, ?)"
                + " ON CONFLICT (order_id) DO NOTHING";
        try (PreparedStatement statement = db.prepareStatement(insert)) {
            statement.setString(1, params.get("orderId"));
            statement.setString(2, params.get("businessId"));
            statement.executeUpdate();
        }
        String select = "SELECT instance_id FROM instances WHERE order_id = ?";
        try (PreparedStatement statement = db.prepareStatement(select)) {
            statement.setString(1, params.get("orderId"));
            try (ResultSet found = statement.executeQuery()) {
                found.next();
                // Create what belongs to the instance from here on, so that it may be done again.
                return found.getString(1);
            }
        }
    }
}
