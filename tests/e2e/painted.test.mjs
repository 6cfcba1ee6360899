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

/** Something that waits for `go`. */
function gate() {
  let go;
  const open = new Promise((resolve) => (go = resolve));
  return { open, go };
}

/** The page as it is before its code has come; `go` lets that come, apart from the part named `late`, which `goLate` lets. */
async function held(page, path, late) {
  const most = gate();
  const last = gate();
  let lateAsked = false;
  await page.route("**/assets/*.js", async (route) => {
    const isLate = late !== undefined && new URL(route.request().url()).pathname.startsWith(`/assets/${late}-`);
    lateAsked ||= isLate;
    await (isLate ? last : most).open;
    await route.continue();
  });
  await page.goto(path, { waitUntil: "commit" });
  await page.locator("#root > *").first().waitFor({ state: "attached" });
  // Until the styles are there nothing is painted.
  await page.waitForFunction(() => [...document.styleSheets].some(({ href }) => href?.includes("/assets/")));
  const goLate = () => {
    assert.ok(lateAsked, `nobody asks for ${late}`);
    last.go();
  };
  return { go: most.go, goLate };
}

for (const width of [390, 1440]) {
  story(`the script goes on with the page as it is painted, at ${width} px`, async () => {
    for (const name of [...Object.keys(headings), "task"]) {
      const page = await openPage(browser, server.base, { viewport: { width, height: 800 } });
      const warnings = [];
      page.on("console", (message) => message.type() === "error" && warnings.push(message.text()));
      const shifts = await watchShifts(page);
      const { go } = await held(page, people[""][name]);
      if (headings[name]) assert.equal(await page.locator("h1").innerText(), headings[name], name);
      await page.evaluate(() => (globalThis.painted = document.querySelector("header a")));
      const pressed = page.locator("button[type=button], select, input");
      const lost = await pressed.evaluateAll((all) => all.filter((one) => !one.closest("[data-part=waits]")).map((one) => one.outerHTML));
      assert.deepEqual(lost, [], `${name}: nobody keeps what is done with it`);
      go();
      await page.waitForLoadState("networkidle");
      assert.ok(await page.evaluate(() => globalThis.painted.isConnected), `${name}: drawn anew`);
      await page.locator("#root:not([inert])").waitFor({ state: "attached" });
      assert.equal(await page.locator("[data-part=waits]").count(), 0, `${name}: a part never works`);
      assert.deepEqual([...page.errors, ...warnings], [], name);
      assert.deepEqual(await shifts(), [], `${name} moves`);
      await page.context().close();
    }
  });
}

story("what is pressed or chosen before the script has come is done when it comes", async () => {
  const phone = await openPage(browser, server.base, { viewport: { width: 390, height: 800 }, isMobile: true, hasTouch: true });
  const sheet = await held(phone, "/tasks");
  await phone.getByRole("button", { name: "Filters" }).tap();
  sheet.go();
  await phone.getByRole("dialog", { name: "Filters" }).waitFor();
  await phone.context().close();

  // The page's code and the footer's come in either order.
  for (const late of ["browse", "shell-end"]) {
    const page = await openPage(browser, server.base, { viewport: { width: 1440, height: 800 } });
    const { go, goLate } = await held(page, "/tasks", late);
    await page.getByRole("complementary", { name: "Filters" }).getByLabel("Category").selectOption("design");
    const theme = page.getByRole("contentinfo");
    await theme.getByText("Dark", { exact: true }).click();
    go();
    const chosen = page.getByRole("button", { name: "Remove the filter Design" });
    const dark = () => page.waitForFunction(() => document.documentElement.dataset.theme === "dark");
    if (late === "browse") {
      await dark();
      assert.equal(await chosen.count(), 0);
    } else {
      // React shows the new address once the footer, which reads it too, is there.
      await page.waitForURL("**/tasks?category=design");
      assert.equal(await page.evaluate(() => document.documentElement.dataset.theme), "light");
      // And what is pressed while only some of it works.
      await theme.getByText("Light", { exact: true }).click();
      await theme.getByText("Dark", { exact: true }).click();
    }
    goLate();
    await chosen.waitFor();
    await dark();
    assert.equal(new URL(page.url()).searchParams.get("category"), "design");
    assert.equal(await theme.getByLabel("Dark").isChecked(), true);
    assert.deepEqual(page.errors, [], late);
    await page.context().close();
  }
});

story("a page whose code cannot be had says so, and can be asked for again", async () => {
  const page = await openPage(browser, server.base);
  await page.route("**/assets/browse-*.js", (route) => route.abort());
  await page.goto("/tasks");
  const again = page.getByRole("button", { name: "Reload the page" });
  await again.waitFor();
  await page.unrouteAll();
  await again.click();
  await again.waitFor({ state: "detached" });
  await page.locator("#main:not([data-part=waits])").waitFor();
  await page.context().close();
});

story("somebody who is signed in sees no visitor's page first, and their own frame at once", async () => {
  const page = await openAs(browser, server.base, "clara@demo.example");
  for (const path of ["/", "/tasks", "/login"]) {
    const { go } = await held(page, path);
    assert.equal(await page.getByRole("link", { name: "Sign up" }).isVisible(), false, path);
    go();
    await page.waitForLoadState("networkidle");
    await page.unrouteAll();
  }
  const { go } = await held(page, "/dashboard");
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
    const { go } = await held(page, path);
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
