// Runs the Node snippets: a line with an operation and hexadecimal arguments in, a line out.
import { createServer } from "node:http";
import { connect } from "node:net";
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";

const load = (topic) => import(pathToFileURL(`${process.argv[2]}/${topic}/node.mjs`));
const token = await load("verify-token");
const signed = await load("verify-signature");
const sign = await load("sign-body");
const cipher = await load("encrypt-credential");
const flag = await load("test-flag");
const once = await load("purchase-once");
const name = await load("header-name");

// What the two statements do in a database with the unique index.
const rows = new Map();
const db = {
  async query(sql, [order, business]) {
    if (/^INSERT .* ON CONFLICT \(order_id\) DO NOTHING$/.test(sql)) {
      if (!rows.has(order)) rows.set(order, business);
      return { rows: [] };
    }
    if (/^SELECT instance_id FROM instances WHERE order_id = \$1$/.test(sql)) {
      return { rows: [{ instance_id: rows.get(order) }] };
    }
    throw new Error(sql);
  },
};

/** The header lines that a server sends, byte for byte. */
function header() {
  return new Promise((resolve) => {
    const server = createServer((_, response) => name.send(response, Buffer.from("{}"), "value"));
    server.listen(0, "127.0.0.1", () => {
      const socket = connect(server.address().port, "127.0.0.1");
      let text = "";
      socket.on("data", (data) => (text += data));
      socket.on("close", () => {
        server.close();
        resolve(text.includes("\r\nBody-Sign: value\r\n") ? "Body-Sign" : JSON.stringify(text));
      });
      socket.write("GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
    });
  });
}

const operations = {
  verify: (key, query) => token.isFromMarketplace(`${key}`, `${query}`),
  signed: (key, query, body, now) => signed.isSigned(`${key}`, `${query}`, body, Number(now)),
  sign: (key, body) => sign.bodySign(`${key}`, body),
  answer: (key) => {
    const { body, headers } = sign.answer(`${key}`, { resultMsg: "好" });
    return headers["Body-Sign"] === sign.bodySign(`${key}`, body) && headers["Content-Length"] === body.length;
  },
  derive: (key, bits) => cipher.deriveKey(`${key}`, Number(bits)).toString("hex"),
  iv: () => cipher.newIv(),
  encrypt: (key, bits, iv, text) => cipher.encrypt(`${key}`, Number(bits), `${iv}`, `${text}`),
  decrypt: (key, bits, value) =>
    Buffer.from(cipher.decrypt(`${key}`, Number(bits), `${value}`)).toString("hex"),
  test: (pair) => flag.isTest(new Map(pair ? [`${pair}`.split("=")] : [])),
  purchase: (order, business) =>
    once.purchase(db, new Map([["orderId", `${order}`], ["businessId", `${business}`]])),
  header,
};

for await (const line of createInterface({ input: process.stdin })) {
  const [operation, ...given] = line.split("\t");
  console.log(String(await operations[operation](...given.map((text) => Buffer.from(text, "hex")))));
}
