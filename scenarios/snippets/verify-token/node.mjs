import { createHmac, timingSafeEqual } from "node:crypto";

/** Whether `query`, the raw text behind the `?`, was signed with the access key. */
export function isFromMarketplace(accessKey, query) {
  const params = new Map();
  for (const [name, value] of new URLSearchParams(query)) { // decodes once
    if (!params.has(name)) params.set(name, value);
  }
  // Base64 has no blanks: one is a plus sign that was not escaped.
  const sent = Buffer.from((params.get("authToken") ?? "").replaceAll(" ", "+"));
  params.delete("authToken");
  const names = [...params.keys()].sort(); // not localeCompare: capitals come first
  const text = names.map((name) => `${name}=${params.get(name)}`).join("&");
  const key = accessKey + (params.get("timeStamp") ?? "");
  const token = Buffer.from(createHmac("sha256", key).update(text, "utf8").digest("base64"));
  return sent.length === token.length && timingSafeEqual(sent, token);
}
