// What is seen only by some: in forced colours, by a screen reader, in a form that nobody has touched.
import assert from "node:assert/strict";
import { openPage, story } from "./lib/browser.mjs";
import { openAs, pagesOf } from "./lib/demo-pages.mjs";
import { browser, server, stage } from "./lib/stage.mjs";
import { walk } from "./lib/walk.mjs";

let people;

stage({ demo: true }, async () => {
  people = await pagesOf(server.base);
});

/** How an element stands out where the system's colours replace ours. */
const look = (element) => {
  const style = getComputedStyle(element);
  return [style.backgroundColor, style.color, style.borderColor, style.borderWidth, style.outlineWidth, style.outlineStyle].join(" ");
};

story("in forced colours, what is chosen, active or in focus differs from the rest", async () => {
  const visitor = await openPage(browser, server.base, { forcedColors: "active" });
  await visitor.goto("/register");
  const roles = visitor.getByRole("group", { name: "What brings you here?" }).locator("label");
  await roles.first().waitFor();
  const [chosen, other] = [await roles.nth(0).evaluate(look), await roles.nth(1).evaluate(look)];
  assert.notEqual(chosen, other, "the role that is chosen");

  const clara = await openAs(browser, server.base, "clara@demo.example", { forcedColors: "active" });
  await clara.goto("/dashboard");
  const active = clara.locator("nav a[aria-current=page]").first();
  const passive = clara.locator("nav a:not([aria-current])").first();
  assert.notEqual(await active.evaluate(look), await passive.evaluate(look), "the page that one is on");

  await clara.getByRole("button", { name: /account/i }).first().focus();
  await clara.keyboard.press("Enter");
  const items = clara.getByRole("menuitem");
  await items.last().waitFor();
  // The menu takes the focus a moment after it is seen.
  await clara.locator("[role=menu]:focus, [role=menu] :focus").first().waitFor();
  await clara.keyboard.press("ArrowDown");
  const marked = clara.locator("[role^=menuitem][data-highlighted]").first();
  // The last is not it, whatever a busy machine has painted so far.
  const last = clara.locator("[role^=menuitem]:not([data-highlighted])").last();
  const differ = async () => (await marked.evaluate(look)) !== (await last.evaluate(look));
  for (let tries = 0; tries < 50 && !(await differ()); tries += 1) await clara.waitForTimeout(100);
  assert.ok(await differ(), "the menu's item in focus");
});

story("pages are heard in order: landmarks have names, headings skip no level, results are counted", async () => {
  const look = async (page) => {
    await page.locator("h1").first().waitFor();
    return page.evaluate(() => {
      const problems = [];
      const levels = [...document.querySelectorAll("h1,h2,h3,h4")].filter((one) => one.checkVisibility()).map((one) => Number(one.tagName[1]));
      if (levels.filter((level) => level === 1).length !== 1) problems.push(`h1: ${levels}`);
      levels.forEach((level, at) => at > 0 && level > levels[at - 1] + 1 && problems.push(`skips to h${level}`));
      // A card's heading lies below that of its list.
      for (const item of document.querySelectorAll("section li h2")) if (item.closest("section").querySelector(":scope > h2, :scope > * > h2") !== item) problems.push(`h2 under h2: ${item.textContent}`);
      for (const role of ["search", "navigation"]) {
        const marks = [...document.querySelectorAll(`[role=${role}],${role === "search" ? "search" : "nav"}`)].filter((one) => one.checkVisibility());
        const names = marks.map((one) => one.getAttribute("aria-label") ?? document.getElementById(one.getAttribute("aria-labelledby"))?.textContent ?? "");
        if (marks.length > 1 && new Set(names.filter(Boolean)).size !== marks.length) problems.push(`${role}: ${names.join("|")}`);
      }
      return problems;
    });
  };
  assert.deepEqual(await walk(people, {}, look), {});
});

story("what people must decide is decided by nobody else", async () => {
  const clara = await openAs(browser, server.base, "clara@demo.example");
  await clara.goto("/tasks/new");
  assert.equal(await clara.getByLabel("Category").inputValue(), "");
  await clara.goto(people["clara@demo.example"]["client-bids"]);
  await clara.getByRole("button", { name: /^Decline/ }).first().click();
  const dialog = clara.getByRole("dialog");
  await dialog.waitFor();
  assert.equal(await dialog.locator("input[type=radio]:checked").count(), 0);
  for (const select of await dialog.locator("select").all()) assert.equal(await select.inputValue(), "");
  await clara.keyboard.press("Escape");

  await clara.goto("/tasks/new");
  await clara.getByRole("button", { name: /Post/ }).last().click();
  const date = clara.getByRole("button", { name: /Decide by/ });
  await date.waitFor();
  assert.equal(await date.getAttribute("aria-invalid"), "true");
});

story("machines are told what is theirs", async () => {
  const robots = await fetch(`${server.base}/robots.txt`);
  assert.match(robots.headers.get("content-type"), /^text\/plain/);
  assert.match(await robots.text(), /^User-agent: \*/);
});
