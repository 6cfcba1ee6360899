// The mails as they are read: in both themes, at the width of a phone.
import assert from "node:assert/strict";
import { checkPage, openPage, story } from "./lib/browser.mjs";
import { browser, server, stage } from "./lib/stage.mjs";

stage();

story("every mail is readable in light and dark, and fits a phone", async () => {
  const page = await openPage(browser, server.base, { viewport: { width: 320, height: 640 } });
  await page.goto("/_local/mails");
  const links = page.getByRole("link", { name: "open the HTML part" });
  const paths = await links.evaluateAll((found) => found.map((link) => link.getAttribute("href")));
  assert.ok(paths.length > 20, `${paths.length} mails are listed`);
  for (const path of paths) {
    await page.goto(path);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
    assert.equal(wide, false, `${path} is wider than a phone`);
    await checkPage(page, path);
  }
  assert.deepEqual(page.failed, [], "a mail loads nothing");
});
