// Pages that are in the HTML: read before any script, never by somebody else's eyes, and nothing moves when the script comes.
import assert from "node:assert/strict";
import { openPage, story } from "./lib/browser.mjs";
import { openAs, pagesOf } from "./lib/demo-pages.mjs";
import { watchShifts } from "./lib/layout.mjs";
import { browser, server, stage } from "./lib/stage.mjs";

let people;

stage({ demo: true }, async () => {
  people = await pagesOf(server.base);
});

const headings = {
  landing: "Small jobs, agreed on with a handshake.",
  browse: "Find work",
  register: "Create your account",
  login: "Log in",
  freelancers: "Find talent",
  fees: "Fees",
};

story("without scripts, visitors' pages can be read, and lead on", async () => {
  const page = await openPage(browser, server.base, { javaScriptEnabled: false });
  for (const [name, heading] of Object.entries(headings)) {
    await page.goto(people[""][name]);
    assert.ok(await page.getByRole("link", { name: "Sign up" }).first().isVisible(), `${name}: the way in`);
    assert.equal(await page.locator("h1").first().innerText(), heading, name);
  }
  await page.goto(people[""].task);
  assert.ok(await page.getByRole("link", { name: "ProConnect" }).first().isVisible());
  // Its form cannot send a password in the address.
  await page.goto(people[""].login);
  assert.equal(await page.locator("#root[inert]").count(), 1);
  await page.context().close();
});

/** The page as it is before its code has come; `go` lets that come. */
async function held(page, path) {
  let go;
  const wait = new Promise((resolve) => (go = resolve));
  await page.route("**/assets/*.js", async (route) => {
    await wait;
    await route.continue();
  });
  await page.goto(path, { waitUntil: "commit" });
  await page.locator("#root > *").first().waitFor({ state: "attached" });
  // Until the styles are there nothing is painted.
  await page.waitForFunction(() => [...document.styleSheets].some(({ href }) => href?.includes("/assets/")));
  return go;
}

for (const width of [390, 1440]) {
  story(`the script goes on with the page as it is painted, at ${width} px`, async () => {
    for (const name of [...Object.keys(headings), "task"]) {
      const page = await openPage(browser, server.base, { viewport: { width, height: 800 } });
      const warnings = [];
      page.on("console", (message) => message.type() === "error" && warnings.push(message.text()));
      const shifts = await watchShifts(page);
      const go = await held(page, people[""][name]);
      if (headings[name]) assert.equal(await page.locator("h1").innerText(), headings[name], name);
      await page.evaluate(() => (globalThis.painted = document.querySelector("header a")));
      go();
      await page.waitForLoadState("networkidle");
      assert.ok(await page.evaluate(() => globalThis.painted.isConnected), `${name}: drawn anew`);
      await page.locator("#root:not([inert])").waitFor({ state: "attached" });
      assert.deepEqual([...page.errors, ...warnings], [], name);
      assert.deepEqual(await shifts(), [], `${name} moves`);
      await page.context().close();
    }
  });
}

story("what is pressed or chosen before the script has come is done when it comes", async () => {
  const phone = await openPage(browser, server.base, { viewport: { width: 390, height: 800 }, isMobile: true, hasTouch: true });
  const sheetCanOpen = await held(phone, "/tasks");
  await phone.getByRole("button", { name: "Filters" }).tap();
  sheetCanOpen();
  await phone.getByRole("dialog", { name: "Filters" }).waitFor();
  await phone.context().close();

  const page = await openPage(browser, server.base, { viewport: { width: 1440, height: 800 } });
  const go = await held(page, "/tasks");
  await page.getByRole("complementary", { name: "Filters" }).getByLabel("Category").selectOption("design");
  await page.getByRole("contentinfo").getByText("Dark", { exact: true }).click();
  go();
  await page.getByRole("button", { name: "Remove the filter Design" }).waitFor();
  assert.equal(new URL(page.url()).searchParams.get("category"), "design");
  await page.waitForFunction(() => document.documentElement.dataset.theme === "dark");
  assert.deepEqual(page.errors, []);
  await page.context().close();
});

story("somebody who is signed in sees no visitor's page first, and their own frame at once", async () => {
  const page = await openAs(browser, server.base, "clara@demo.example");
  for (const path of ["/", "/tasks", "/login"]) {
    const go = await held(page, path);
    assert.equal(await page.getByRole("link", { name: "Sign up" }).isVisible(), false, path);
    go();
    await page.waitForLoadState("networkidle");
    await page.unrouteAll();
  }
  const go = await held(page, "/dashboard");
  assert.ok(await page.locator("header").isVisible(), "the frame");
  assert.equal(await page.getByRole("link", { name: "Sign up" }).count(), 0);
  go();
  await page.getByRole("heading", { level: 1 }).waitFor();
  assert.equal(await page.locator("header").count(), 1);
  await page.context().close();
});

story("a visitor sees nobody's frame, and a search not as if it were none", async () => {
  const page = await openPage(browser, server.base);
  for (const path of ["/dashboard", "/tasks?q=logo", "/verify-email"]) {
    const go = await held(page, path);
    assert.equal(await page.locator("header").isVisible(), false, path);
    go();
    await page.getByRole("heading", { level: 1 }).waitFor();
    assert.equal(await page.locator("header").count(), 1, path);
    await page.unrouteAll();
  }
  await page.goto("/tasks?q=logo");
  assert.equal(await page.locator('main input[name="q"]').inputValue(), "logo");
  assert.deepEqual(page.errors, []);
  await page.context().close();
});

story("texts go out as brotli to who takes it", async () => {
  const { headers } = await fetch(`${server.base}/`, { headers: { "accept-encoding": "gzip, br" } });
  assert.equal(headers.get("content-encoding"), "br");
  assert.match(headers.get("content-type"), /^text\/html/);
  const html = await (await fetch(`${server.base}/`)).text();
  const script = /\/assets\/index-[^"]+\.js/.exec(html)[0];
  const asset = await fetch(server.base + script, { headers: { "accept-encoding": "gzip, br" } });
  assert.equal(asset.headers.get("content-encoding"), "br");
  assert.match(asset.headers.get("cache-control"), /immutable/);
  const plain = await fetch(server.base + script, { headers: { "accept-encoding": "identity" } });
  assert.equal(plain.headers.get("content-encoding"), null);
});
