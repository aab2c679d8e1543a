import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

final class BodySign {
    /**
     * The value of the header Body-Sign for these very bytes.
     *
     * <p>Write the object to bytes once, byte[] body = objectMapper.writeValueAsBytes(answer); sign
     * them; send them: response.getOutputStream().write(body). A controller that returns the object
     * has it written a second time, by a converter that need not agree.
     */
    static String of(String accessKey, byte[] body) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(accessKey.getBytes(UTF_8), "HmacSHA256"));
        String signature = Base64.getEncoder().encodeToString(mac.doFinal(body));
        return "sign_type=\"HMAC-SHA256\", signature=\"" + signature + "\"";
    }
}
