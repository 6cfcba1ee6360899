// Starts ProConnect on a free port with an empty state, and stops it.
import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { setTimeout as sleep } from "node:timers/promises";

const root = join(dirname(fileURLToPath(import.meta.url)), "../../..");
const program = join(process.env.CARGO_TARGET_DIR ?? join(root, "target"), "debug/proconnect-local");

export const freePort = () =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });

/** The program, once it answers. */
async function run(env) {
  const child = spawn(program, [], { env: { ...process.env, ...env, PROJECT_ROOT: root, RUST_LOG: "error" }, stdio: ["ignore", "pipe", "inherit"] });
  const ready = new Promise((resolve, reject) => {
    let output = "";
    child.stdout.on("data", (chunk) => {
      output += chunk;
      if (output.includes("ProConnect runs at")) resolve();
    });
    child.once("exit", (code) => reject(new Error(`proconnect-local ended with ${code}`)));
    child.once("error", reject);
  });
  await Promise.race([
    ready,
    sleep(60_000, undefined, { ref: false }).then(() => Promise.reject(new Error("proconnect-local did not start"))),
  ]);
  return child;
}

async function kill(child) {
  child.removeAllListeners("exit");
  const gone = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGKILL");
  await gone;
}

/** A running ProConnect; `demo` fills it with the demo marketplace, `clamd` is the address of its virus scanner. */
export async function startServer({ demo = false, clamd, port } = {}) {
  port ??= await freePort();
  const data = await mkdtemp(join(tmpdir(), "proconnect-e2e-"));
  const env = { PORT: String(port), DATA_DIR: data, DEMO: demo ? "1" : "0", ...(clamd && { CLAMD_ADDRESS: clamd }) };
  let child = await run(env);
  const base = `http://localhost:${port}`;
  return {
    base,
    /** Does all background work. */
    drain: () => fetch(`${base}/_local/drain`, { method: "POST" }),
    /** The newest one-time code that was mailed to somebody. */
    async codeFor(email) {
      await this.drain();
      const mails = await (await fetch(`${base}/_local/mail?to=${encodeURIComponent(email)}`)).json();
      return mails.items.find((mail) => mail.code).code;
    },
    /** A call to the table itself, past everything that the product keeps to. */
    async table(action, body) {
      const env = await readFile(join(data, "functions.env"), "utf8");
      const setting = (name) => new RegExp(`^${name}=(.*)$`, "m").exec(env)[1];
      const credential = `${setting("AWS_ACCESS_KEY_ID")}/20260101/${setting("AWS_REGION")}/dynamodb/aws4_request`;
      const response = await fetch(setting("AWS_ENDPOINT_URL"), {
        method: "POST",
        headers: {
          "content-type": "application/x-amz-json-1.0",
          "x-amz-target": `DynamoDB_20120810.${action}`,
          // The table of the embedded cloud reads who calls, and checks no signature.
          "x-amz-date": "20260101T000000Z",
          authorization: `AWS4-HMAC-SHA256 Credential=${credential}, SignedHeaders=host, Signature=0`,
        },
        body: JSON.stringify({ TableName: setting("TABLE_NAME"), ...body }),
      });
      if (!response.ok) throw new Error(`${action}: ${response.status} ${await response.text()}`);
    },
    /** Ends it in the middle of whatever it does; what it has stored stays. */
    crash: () => kill(child),
    /** Starts it again with what was stored, at the same address. */
    async restart() {
      child = await run(env);
    },
    async stop() {
      await kill(child);
      await rm(data, { recursive: true, force: true });
    },
  };
}

/** A call to the API as somebody; the answer's body. */
export async function api(base, token, method, path, body) {
  const response = await fetch(base + path, {
    method,
    headers: {
      ...(token && { authorization: `Bearer ${token}` }),
      ...(body !== undefined && { "content-type": "application/json" }),
    },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
  return text ? JSON.parse(text) : undefined;
}

export const password = "a long pass phrase";

/** Somebody registered and verified through the API. */
export async function person(server, email, name, role) {
  await api(server.base, undefined, "POST", "/v1/auth/register", { email, password, name, role });
  const code = await server.codeFor(email);
  const tokens = await api(server.base, undefined, "POST", "/v1/auth/verify-email", { email, code });
  return { email, name, token: tokens.accessToken, id: tokens.user.id };
}

/** Ends a visit to one of the stand-in's pages, as its buttons do. */
export async function visit(url, outcome) {
  const response = await fetch(url, {
    method: "POST",
    redirect: "manual",
    headers: { "content-type": "application/x-www-form-urlencoded" },
    body: `outcome=${outcome}`,
  });
  if (response.status !== 303) throw new Error(`${url}: ${response.status}`);
}
