import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.KeyGenerator;
import javax.crypto.SecretKey;
import javax.crypto.spec.IvParameterSpec;

final class Credentials {
    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    /** The AES key of the access key; bits is 128 or 256. For OpenJDK and Oracle's, not for Android. */
    static SecretKey deriveKey(String accessKey, int bits) throws GeneralSecurityException {
        SecureRandom seeded = SecureRandom.getInstance("SHA1PRNG");
        seeded.setSeed(accessKey.getBytes(UTF_8)); // before anything is drawn from it
        KeyGenerator generator = KeyGenerator.getInstance("AES");
        generator.init(bits, seeded);
        return generator.generateKey();
    }

    /** Sixteen characters, anew for each value. */
    static String newIv() {
        SecureRandom random = new SecureRandom();
        StringBuilder iv = new StringBuilder();
        while (iv.length() < 16) {
            iv.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return iv.toString();
    }

    /** For userName and password; 256 bits go with encryptType 1, 128 with 2. */
    static String encrypt(String accessKey, int bits, String iv, String text)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/CBC/PKCS5Padding"); // "AES" alone means ECB
        cipher.init(Cipher.ENCRYPT_MODE, deriveKey(accessKey, bits), new IvParameterSpec(iv.getBytes(UTF_8)));
        return iv + Base64.getEncoder().encodeToString(cipher.doFinal(text.getBytes(UTF_8)));
    }

    /** For mobilePhone and email; bits are those chosen when the product was released. */
    static String decrypt(String accessKey, int bits, String value) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
        IvParameterSpec iv = new IvParameterSpec(value.substring(0, 16).getBytes(UTF_8));
        cipher.init(Cipher.DECRYPT_MODE, deriveKey(accessKey, bits), iv);
        return new String(cipher.doFinal(Base64.getDecoder().decode(value.substring(16))), UTF_8);
    }
}
