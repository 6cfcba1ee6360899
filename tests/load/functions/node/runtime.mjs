// The loop that Lambda's own runtime for Node runs, and what the three peers share: the client outside the handler, with
// connections kept alive, and the token's check.
import { createPublicKey } from "node:crypto";
import http from "node:http";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { jwtVerify } from "jose";

export const table = process.env.TABLE_NAME;
export const client = DynamoDBDocumentClient.from(new DynamoDBClient({ endpoint: process.env.AWS_ENDPOINT_URL }), {
  marshallOptions: { removeUndefinedValues: true },
});

const keys = new Map(
  process.env.TOKEN_PUBLIC_KEYS.split(",").map((pair) => {
    const [id, spki] = [pair.slice(0, pair.indexOf(":")), pair.slice(pair.indexOf(":") + 1)];
    return [id, createPublicKey({ key: Buffer.from(spki, "base64"), format: "der", type: "spki" })];
  }),
);

/** Who calls; null for nobody, an error for a token that is no good. */
export async function callerOf(event) {
  const header = event.headers?.authorization;
  if (!header) return null;
  const find = ({ kid }) => keys.get(kid);
  const options = { algorithms: ["EdDSA"], issuer: "proconnect", audience: "proconnect" };
  return (await jwtVerify(header.replace(/^Bearer /, ""), find, options)).payload;
}

export const answer = (statusCode, body) => ({
  statusCode,
  headers: { "content-type": statusCode < 400 ? "application/json" : "application/problem+json", "cache-control": "no-store" },
  body: JSON.stringify(body),
});

/** What of an account anybody may see, as the Rust peer reads it. */
export const shown = {
  ProjectionExpression: "pk, sk, id, #name, avatarId, headline, #status, tasksPosted, hires, completedContracts, paidUsd, paidEur, paidGbp, createdAt, reply0, reply1, reply2, reply3, reply4, reply5, reply6, reply7, reply8, reply9",
  ExpressionAttributeNames: { "#name": "name", "#status": "status" },
};

/** The median of what is noted, as `shared/store/src/user/replies.rs` has it. */
function replyMinutes(user) {
  const waits = Array.from({ length: 10 }, (_, place) => user[`reply${place}`]).filter((wait) => wait !== undefined);
  const median = waits.sort((one, next) => one - next)[Math.floor(waits.length / 2)];
  return waits.length >= 3 && median <= 7 * 24 * 60 ? median : null;
}

export const person = (user) => ({
  id: user.id, name: user.name, avatarId: user.avatarId ?? null, headline: user.headline ?? "", memberSince: user.createdAt,
  tasksPosted: user.tasksPosted, hires: user.hires, completedContracts: user.completedContracts, replyMinutes: replyMinutes(user), hasLeft: user.status === "deleted",
  paid: ["usd", "eur", "gbp"].map((currency) => ({ currency, amount: user[`paid${currency[0].toUpperCase()}${currency.slice(1)}`] ?? 0 })).filter((money) => money.amount > 0),
});

const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
const [host, port] = process.env.AWS_LAMBDA_RUNTIME_API.split(":");

function call(method, path, body) {
  return new Promise((resolve, reject) => {
    const request = http.request({ host, port, agent, method, path: `/2018-06-01/runtime/invocation/${path}` }, (response) => {
      const parts = [];
      response.on("data", (part) => parts.push(part));
      response.on("end", () => resolve({ id: response.headers["lambda-runtime-aws-request-id"], body: Buffer.concat(parts) }));
    });
    request.on("error", reject);
    request.end(body);
  });
}

export async function run(handler) {
  for (;;) {
    const { id, body } = await call("GET", "next");
    try {
      await call("POST", `${id}/response`, JSON.stringify(await handler(JSON.parse(body))));
    } catch (error) {
      await call("POST", `${id}/error`, JSON.stringify({ errorMessage: String(error) }));
    }
  }
}
