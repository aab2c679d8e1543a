import { createHmac, timingSafeEqual } from "node:crypto";

/** Whether `body`, a Buffer of the bytes as they came, was signed by `query`, the text behind the `?`. */
export function isSigned(accessKey, query, body, nowMs) {
  const params = new URLSearchParams(query);
  const of = (name) => params.get(name) ?? "";
  const [signature, nonce, timestamp] = [of("signature"), of("nonce"), of("timestamp")];
  // Milliseconds; a minute to either side.
  if (!nonce || !/^\d+$/.test(timestamp) || Math.abs(nowMs - Number(timestamp)) > 60_000) return false;
  const bodyHex = createHmac("sha256", accessKey).update(body).digest("hex");
  const text = accessKey + nonce + timestamp + bodyHex;
  const right = Buffer.from(createHmac("sha256", accessKey).update(text, "utf8").digest("hex"));
  const sent = Buffer.from(signature.toLowerCase());
  return sent.length === right.length && timingSafeEqual(sent, right);
}
