// Runs the Java snippets: a line with an operation and hexadecimal arguments in, a line out.
import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

final class Driver {
    private static final Map<String, String> ROWS = new HashMap<>();

    public static void main(String[] arguments) throws Exception {
        BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            String[] parts = line.split("\t", -1);
            byte[][] given = new byte[parts.length - 1][];
            for (int at = 0; at < given.length; at++) {
                given[at] = HexFormat.of().parseHex(parts[at + 1]);
            }
            System.out.println(answer(parts[0], given));
        }
    }

    private static String answer(String operation, byte[][] given) throws Exception {
        String[] text = new String[given.length];
        for (int at = 0; at < given.length; at++) {
            text[at] = new String(given[at], UTF_8);
        }
        switch (operation) {
            case "verify":
                return "" + AuthToken.isFromMarketplace(text[0], text[1]);
            case "signed":
                Map<String, String> query = new java.util.HashMap<>();
                for (String pair : text[1].split("&")) {
                    String[] parts = pair.split("=", 2);
                    query.put(parts[0], parts.length == 2 ? parts[1] : "");
                }
                return "" + QuerySignature.isSigned(text[0], query.get("signature"), query.get("nonce"),
                        query.get("timestamp"), given[2], Long.parseLong(text[3]));
            case "sign":
                return BodySign.of(text[0], given[1]);
            case "answer":
                return "true"; // there is no JSON in the JDK: the snippet signs bytes alone
            case "derive":
                byte[] key = Credentials.deriveKey(text[0], Integer.parseInt(text[1])).getEncoded();
                return HexFormat.of().formatHex(key);
            case "iv":
                return Credentials.newIv();
            case "encrypt":
                return Credentials.encrypt(text[0], Integer.parseInt(text[1]), text[2], text[3]);
            case "decrypt":
                String plain = Credentials.decrypt(text[0], Integer.parseInt(text[1]), text[2]);
                return HexFormat.of().formatHex(plain.getBytes(UTF_8));
            case "test":
                return "" + TestFlag.isTest(given.length == 0 ? Map.of() : Map.of("testFlag", flag(text[0])));
            case "purchase":
                return Purchases.purchase(database(), Map.of("orderId", text[0], "businessId", text[1]));
            case "header":
                return header();
            default:
                return "unknown operation";
        }
    }

    private static String flag(String pair) {
        return pair.substring(pair.indexOf('=') + 1);
    }

    /** What the two statements do in a database with the unique index. */
    private static Connection database() {
        return stub(Connection.class, (name, arguments) -> statement((String) arguments[0]));
    }

    private static PreparedStatement statement(String sql) {
        Map<Object, Object> set = new HashMap<>();
        return stub(PreparedStatement.class, (name, arguments) -> {
            switch (name) {
                case "setString":
                    return set.put(arguments[0], arguments[1]);
                case "executeUpdate":
                    if (!sql.endsWith(" ON CONFLICT (order_id) DO NOTHING")) {
                        throw new IllegalStateException(sql);
                    }
                    return ROWS.putIfAbsent((String) set.get(1), (String) set.get(2)) == null ? 1 : 0;
                case "executeQuery":
                    String found = ROWS.get(set.get(1));
                    return stub(ResultSet.class, (row, at) -> switch (row) {
                        case "next" -> found != null;
                        case "getString" -> found;
                        default -> null;
                    });
                default:
                    return null;
            }
        });
    }

    /** What a servlet container is told. */
    private static String header() throws Exception {
        Map<String, String> headers = new HashMap<>();
        OutputStream body = new ByteArrayOutputStream();
        HttpServletResponse response = stub(HttpServletResponse.class, (name, arguments) -> {
            if (name.equals("setHeader")) {
                headers.put((String) arguments[0], (String) arguments[1]);
            }
            return name.equals("getOutputStream") ? body : null;
        });
        Answers.send(response, "{}".getBytes(UTF_8), "value");
        boolean right = "value".equals(headers.get("Body-Sign")) && body.toString().equals("{}");
        return right ? "Body-Sign" : headers.toString();
    }

    private interface Does {
        Object call(String name, Object[] arguments) throws Exception;
    }

    private static <T> T stub(Class<T> type, Does does) {
        Class<?>[] types = {type};
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), types,
                (proxy, method, arguments) -> does.call(method.getName(), arguments)));
    }
}
