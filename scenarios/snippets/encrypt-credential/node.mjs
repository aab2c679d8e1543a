import { createCipheriv, createDecipheriv, createHash, randomInt } from "node:crypto";

/** The AES key, as Java's SHA1PRNG makes it of the access key; bits is 128 or 256. */
export function deriveKey(accessKey, bits) {
  const sha1 = (bytes) => createHash("sha1").update(bytes).digest();
  const state = new Int8Array(sha1(accessKey)); // Java's bytes are signed
  let stream = Buffer.alloc(0);
  while (stream.length < bits / 8) {
    const block = sha1(Buffer.from(state));
    stream = Buffer.concat([stream, block]);
    const signed = new Int8Array(block);
    let carry = 1;
    let changed = false;
    for (let i = 0; i < 20; i++) {
      const total = state[i] + signed[i] + carry;
      const before = state[i];
      state[i] = total; // the low byte, signed again
      changed ||= state[i] !== before;
      carry = total >> 8; // keeps the sign
    }
    if (!changed) state[0]++;
  }
  return stream.subarray(0, bits / 8);
}

/** Sixteen characters, anew for each value. */
export function newIv() {
  const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
  return Array.from({ length: 16 }, () => letters[randomInt(letters.length)]).join("");
}

/** For userName and password; 256 bits go with encryptType 1, 128 with 2. */
export function encrypt(accessKey, bits, iv, text) {
  const cipher = createCipheriv(`aes-${bits}-cbc`, deriveKey(accessKey, bits), iv);
  return iv + Buffer.concat([cipher.update(text, "utf8"), cipher.final()]).toString("base64");
}

/** For mobilePhone and email; bits are those chosen when the product was released. */
export function decrypt(accessKey, bits, value) {
  const cipher = createDecipheriv(`aes-${bits}-cbc`, deriveKey(accessKey, bits), value.slice(0, 16));
  const blocks = Buffer.from(value.slice(16), "base64");
  return Buffer.concat([cipher.update(blocks), cipher.final()]).toString("utf8");
}
