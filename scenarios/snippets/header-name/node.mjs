/**
 * Sends an answer with node:http or Express, which keep the name as it is given. The class Headers
 * of fetch (Next.js route handlers, Hono, edge functions) and node:http2 write it in lower case: do
 * not answer the marketplace through them.
 */
export function send(response, body, value) {
  response.setHeader("Content-Type", "application/json;charset=UTF-8");
  response.setHeader("Content-Length", body.length);
  response.setHeader("Body-Sign", value);
  response.end(body);
}
