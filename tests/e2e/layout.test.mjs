// Every page fits: on the narrowest phones, with the reader's own spacing, with words that cannot be broken. None jumps.
import assert from "node:assert/strict";
import { story } from "./lib/browser.mjs";
import { openAs, pagesOf } from "./lib/demo-pages.mjs";
import { compared, delayAnswers, lengthenWords, overflow, spaceText, watchShifts } from "./lib/layout.mjs";
import { browser, server, stage } from "./lib/stage.mjs";

let people;

stage({ demo: true }, async () => {
  people = await pagesOf(server.base);
});

/** What is found on each page by who looks at it; nothing when all is well. */
async function walk(options, look, prepare = async () => {}) {
  const found = {};
  for (const [email, pages] of Object.entries(people)) {
    const page = await openAs(browser, server.base, email, options);
    const context = await prepare(page);
    for (const [name, path] of Object.entries(pages)) {
      await page.goto(path, { waitUntil: "networkidle" });
      const problems = await look(page, context);
      if (problems.length > 0) found[name] = problems;
    }
    await page.context().close();
  }
  return found;
}

story("no page is wider than a phone of 320 px", async () => {
  assert.deepEqual(await walk({ viewport: { width: 320, height: 640 } }, overflow), {});
});

story("no page is too wide for the text spacing of WCAG 1.4.12 at 390 px", async () => {
  const look = async (page) => {
    await spaceText(page);
    return overflow(page);
  };
  assert.deepEqual(await walk({ viewport: { width: 390, height: 800 } }, look), {});
});

story("long words break before they make a page wider", async () => {
  const look = async (page) => {
    await lengthenWords(page);
    return overflow(page);
  };
  assert.deepEqual(await walk({ viewport: { width: 390, height: 800 } }, look), {});
});

for (const width of [390, 1440]) {
  story(`no page jumps while its answers come late, at ${width} px`, async () => {
    const prepare = async (page) => {
      await delayAnswers(page);
      return watchShifts(page);
    };
    const look = async (page, shifts) => {
      await page.waitForTimeout(300);
      const all = await shifts();
      const sum = all.reduce((total, { value }) => total + value, 0);
      return sum < 0.001 ? [] : [`CLS ${sum.toFixed(3)}`, ...all.flatMap(({ what }) => what).slice(0, 6)];
    };
    assert.deepEqual(await walk({ viewport: { width, height: 900 } }, look, prepare), {});
  });
}

for (const width of [390, 768, 1024, 1280, 1440]) {
  story(`the comparison of bids hides nothing at ${width} px`, async () => {
    const email = "clara@demo.example";
    const page = await openAs(browser, server.base, email, { viewport: { width, height: 1200 } });
    await page.goto(people[email]["client-bids"], { waitUntil: "networkidle" });
    assert.deepEqual(await compared(page), []);
    for (const column of await page.getByRole("group", { name: "Compare by" }).getByRole("checkbox").all())
      if (!(await column.isChecked())) await column.check({ force: true });
    assert.deepEqual(await compared(page), [], "with everything shown");
    await page.context().close();
  });
}
