import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

final class AuthToken {
    /** Whether {@code query}, request.getQueryString(), was signed with the access key. */
    static boolean isFromMarketplace(String accessKey, String query) throws GeneralSecurityException {
        Map<String, String> params = new TreeMap<>(); // sorts by name
        for (String pair : query.split("&")) {
            String[] parts = pair.split("=", 2);
            String value = parts.length == 2 ? parts[1] : "";
            params.putIfAbsent(URLDecoder.decode(parts[0], UTF_8), URLDecoder.decode(value, UTF_8));
        }
        params.remove(""); // from a pair that was empty
        String sent = params.remove("authToken");
        if (sent == null) {
            return false;
        }
        String text = params.entrySet().stream()
                .map(param -> param.getKey() + "=" + param.getValue())
                .collect(Collectors.joining("&"));
        String key = accessKey + params.getOrDefault("timeStamp", "");
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key.getBytes(UTF_8), "HmacSHA256"));
        byte[] token = Base64.getEncoder().encode(mac.doFinal(text.getBytes(UTF_8)));
        // Base64 has no blanks: one is a plus sign that was not escaped.
        return MessageDigest.isEqual(token, sent.replace(' ', '+').getBytes(UTF_8));
    }
}
