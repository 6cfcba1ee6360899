// What is there while `make run` makes the demo marketplace, and once it has.
import assert from "node:assert/strict";
import test from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { api, freePort, startServer } from "./lib/server.mjs";
import { signIn } from "./lib/demo-pages.mjs";

/** The first answer at an address that nobody may be listening at yet. */
async function firstAnswer(address) {
  for (;;) {
    try {
      return await fetch(address);
    } catch {
      await sleep(20);
    }
  }
}

test("nobody is told that all is well, and nobody moves the clock, before the demo is there", async () => {
  const port = await freePort();
  const starting = startServer({ demo: true, port });
  const base = `http://localhost:${port}`;
  const early = await firstAnswer(`${base}/v1/health`);
  assert.equal(early.status, 503);
  assert.equal(early.headers.get("retry-after"), "1");
  assert.equal((await early.json()).code, "unavailable");
  // An access token lives for fifteen minutes: the demo would be refused its own.
  const moved = fetch(`${base}/_local/clock`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ advance: "1h" }),
  });
  const server = await starting;
  try {
    assert.equal((await moved).status, 200);
    assert.deepEqual(await api(base, undefined, "GET", "/v1/health"), { status: "ok" });
    const clara = await signIn(base, "clara@demo.example");
    assert.ok((await api(base, clara, "GET", "/v1/tasks/mine")).items.length > 3);
  } finally {
    await server.stop();
  }
});
