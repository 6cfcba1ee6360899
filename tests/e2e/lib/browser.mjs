// Debian's Chromium, and what every page is held to.
import assert from "node:assert/strict";
import test from "node:test";
import { AxeBuilder } from "@axe-core/playwright";
import { chromium } from "playwright-core";

export const launch = () =>
  chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
  });

/** The pages that the running story has opened: a story that fails says what they show. */
const opened = [];

/** Longer than any story takes on a busy machine: one that waits for what never comes must end as well. */
const PATIENCE = 300_000;

/** One test. When it fails, it says what each of its pages showed then, and which calls had failed. */
export const story = (name, tell) =>
  test(name, { timeout: PATIENCE }, async (context) => {
    opened.length = 0;
    try {
      await tell(context);
    } catch (error) {
      for (const page of opened) await describe(page).then(console.error, () => {});
      throw error;
    }
  });

async function describe(page) {
  const text = await page.locator("body").innerText({ timeout: 2_000 });
  return [`The page ${page.url()} shows:`, text.slice(0, 1500), "Errors and failed calls:", ...page.errors, ...page.failed].join("\n");
}

/** A page that collects what went wrong in it. */
export async function openPage(browser, base, options = {}) {
  const context = await browser.newContext({ baseURL: base, reducedMotion: "reduce", ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  page.errors = [];
  page.failed = [];
  page.on("pageerror", (error) => page.errors.push(String(error)));
  page.on("requestfailed", (request) => page.failed.push(`${request.url()}: ${request.failure()?.errorText}`));
  page.on("response", (answer) => answer.status() >= 400 && page.failed.push(`${answer.url()}: ${answer.status()}`));
  opened.push(page);
  return page;
}

/** What the server says over a page's live connections, from now on. */
export function listen(page) {
  const frames = [];
  page.on("websocket", (socket) => socket.on("framereceived", ({ payload }) => frames.push(JSON.parse(payload))));
  return frames;
}

/** WCAG 2.1 A and AA: nothing found, in both themes. */
export async function checkPage(page, name) {
  for (const scheme of ["light", "dark"]) {
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: "reduce" });
    // The page hears of it with its next frame: before that, it would be looked at while it changes.
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    const found = await new AxeBuilder({ page }).withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]).analyze();
    const problems = found.violations.map(
      (violation) => `${violation.id}: ${violation.nodes.map((node) => node.target.join(" ")).join(", ")}`,
    );
    assert.deepEqual(problems, [], `${name} (${scheme})`);
  }
  await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
  assert.deepEqual(page.errors, [], `${name}: errors in the page`);
}
