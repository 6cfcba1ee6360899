// What a page begins with is asked for at once, and once.
import assert from "node:assert/strict";
import { openPage, story } from "./lib/browser.mjs";
import { openAs, pagesOf } from "./lib/demo-pages.mjs";
import { browser, server, stage } from "./lib/stage.mjs";

let people;

stage({ demo: true }, async () => {
  people = await pagesOf(server.base);
});

/** The addresses that a page asked for, in order. */
function watch(page) {
  const asked = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  return asked;
}

for (const [name, api] of [["browse", "/v1/tasks"], ["task", /^\/v1\/tasks\/tsk_/], ["freelancers", "/v1/freelancers"], ["profile", /^\/v1\/users\/usr_/]]) {
  story(`the first answer of ${name} is asked for before the frame has run, and not again`, async () => {
    const page = await openPage(browser, server.base);
    const asked = watch(page);
    // The frame's code comes late: whatever is asked for before it was not asked by it.
    let early = 0;
    await page.route("**/assets/base-*.js", async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 600));
      early = asked.filter((path) => (api instanceof RegExp ? api.test(path) : path === api)).length;
      await route.continue();
    });
    await page.goto(people[""][name], { waitUntil: "networkidle" });
    assert.equal(early, 1, "asked for early");
    assert.equal(asked.filter((path) => (api instanceof RegExp ? api.test(path) : path === api)).length, 1, "asked for once");
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
