import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

final class QuerySignature {
    /**
     * Whether {@code body}, request.getInputStream().readAllBytes(), was signed. The three texts are
     * request.getParameter("signature") and so on; read the body first, and read it once.
     */
    static boolean isSigned(
            String accessKey, String signature, String nonce, String timestamp, byte[] body, long nowMs)
            throws GeneralSecurityException {
        if (signature == null || nonce == null || nonce.isEmpty()) {
            return false;
        }
        // Milliseconds, as System.currentTimeMillis() has them; a minute to either side.
        if (timestamp == null
                || !timestamp.matches("[0-9]{1,18}")
                || Math.abs(nowMs - Long.parseLong(timestamp)) > 60_000) {
            return false;
        }
        String text = accessKey + nonce + timestamp + hmacHex(accessKey, body);
        byte[] right = hmacHex(accessKey, text.getBytes(UTF_8)).getBytes(UTF_8);
        return MessageDigest.isEqual(right, signature.toLowerCase(java.util.Locale.ROOT).getBytes(UTF_8));
    }

    private static String hmacHex(String key, byte[] data) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key.getBytes(UTF_8), "HmacSHA256"));
        return HexFormat.of().formatHex(mac.doFinal(data));
    }
}
