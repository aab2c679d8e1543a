import { createHmac } from "node:crypto";

/** The value of the header Body-Sign for these very bytes. */
export function bodySign(accessKey, body) {
  const signature = createHmac("sha256", accessKey).update(body).digest("base64");
  return `sign_type="HMAC-SHA256", signature="${signature}"`;
}

/** Body and headers of an answer: serialised once, and those bytes are signed and sent. */
export function answer(accessKey, members) {
  const body = Buffer.from(JSON.stringify(members), "utf8"); // send this, not res.json(members)
  const headers = {
    "Content-Type": "application/json;charset=UTF-8",
    "Content-Length": body.length, // of the bytes, not of the text
    "Body-Sign": bodySign(accessKey, body),
  };
  return { body, headers };
}
