// What a page begins with is asked for at once, and once.
import assert from "node:assert/strict";
import { openPage, story } from "./lib/browser.mjs";
import { openAs, pagesOf } from "./lib/demo-pages.mjs";
import { browser, server, stage } from "./lib/stage.mjs";

let people;

stage({ demo: true }, async () => {
  people = await pagesOf(server.base);
});

/** The patterns of the addresses at which something is asked of somebody who is signed in, as `preload.js` has them. */
async function owning() {
  const script = await (await fetch(`${server.base}/preload.js`)).text();
  const [, pages] = JSON.parse(`[${script.slice(script.lastIndexOf("})(") + 3, script.lastIndexOf(")"))}]`);
  return pages.filter(([, , , owns]) => owns).map(([pattern]) => new RegExp(pattern));
}

/** The addresses that a page asked for, in order. */
function watch(page) {
  const asked = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  return asked;
}

/** How often each address was asked for before the frame's code came, and in all. */
async function asks(page, path, apis) {
  const asked = watch(page);
  const count = () => apis.map((api) => asked.filter((path) => api.test(path)).length);
  let early;
  // The frame's code comes late: whatever is asked for before it was not asked by it.
  await page.route("**/assets/base-*.js", async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 600));
    early = count();
    await route.continue();
  });
  await page.goto(path, { waitUntil: "networkidle" });
  return { early, all: count() };
}

for (const [name, api] of [["browse", /^\/v1\/tasks$/], ["task", /^\/v1\/tasks\/tsk_/], ["freelancers", /^\/v1\/freelancers$/], ["profile", /^\/v1\/users\/usr_/]]) {
  story(`the first answer of ${name} is asked for before the frame has run, and not again`, async () => {
    const page = await openPage(browser, server.base);
    assert.deepEqual(await asks(page, people[""][name], [api]), { early: [1], all: [1] });
    await page.context().close();
  });
}

for (const [name, ...apis] of [
  ["client-dashboard", /^\/v1\/users\/me\/dashboard$/],
  ["client-contract", /^\/v1\/contracts\/[^/]+$/],
  ["client-bids", /^\/v1\/tasks\/[^/]+$/, /^\/v1\/tasks\/[^/]+\/bids$/],
]) {
  story(`so are the session and the first answers of ${name}`, async () => {
    const email = "clara@demo.example";
    const page = await openAs(browser, server.base, email);
    const all = [/^\/v1\/auth\/refresh$/, ...apis];
    const once = all.map(() => 1);
    assert.deepEqual(await asks(page, people[email][name], all), { early: once, all: once });
    assert.equal(await page.locator("h1").count(), 1, "it is shown");
    await page.context().close();
  });
}

story("somebody who is signed in asks only as themselves", async () => {
  const page = await openAs(browser, server.base, "felix@demo.example");
  const bare = [];
  page.on("request", async (request) => {
    const { pathname } = new URL(request.url());
    if (/^\/v1\/tasks/.test(pathname) && !(await request.allHeaders()).authorization) bare.push(pathname);
  });
  await page.goto(people[""].task, { waitUntil: "networkidle" });
  assert.deepEqual(bare, []);
  await page.context().close();
});

story("nothing is asked for ahead that the client would not ask for", async () => {
  const patterns = await owning();
  assert.ok(patterns.length > 0, "preload.js has such pages");
  const seen = new Set();
  for (const [email, pages] of Object.entries(people).filter(([email]) => email)) {
    const page = await openAs(browser, server.base, email);
    let asked = [];
    page.on("request", (request) => {
      const { pathname, search } = new URL(request.url());
      if (pathname.startsWith("/v1/") && request.method() === "GET") asked.push(pathname + search);
    });
    for (const [name, path] of Object.entries(pages)) {
      const pattern = patterns.find((pattern) => pattern.test(path));
      if (!pattern) continue;
      seen.add(pattern);
      const visit = async () => {
        asked = [];
        await page.goto(path, { waitUntil: "networkidle" });
        return [...new Set(asked)].toSorted();
      };
      const ahead = await visit();
      await page.route("**/preload.js", (route) => route.abort());
      assert.deepEqual(ahead, await visit(), name);
      await page.unroute("**/preload.js");
    }
    await page.context().close();
  }
  assert.deepEqual(patterns.filter((pattern) => !seen.has(pattern)), [], "pages that nobody has visited here");
});
