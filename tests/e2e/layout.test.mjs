// Every page fits: on the narrowest phones, with the reader's own spacing, with words that cannot be broken. None jumps.
import assert from "node:assert/strict";
import { story } from "./lib/browser.mjs";
import { openAs, pagesOf } from "./lib/demo-pages.mjs";
import { compared, delayAnswers, lengthenWords, overflow, spaceText, watchShifts } from "./lib/layout.mjs";
import { browser, server, stage } from "./lib/stage.mjs";
import { walk } from "./lib/walk.mjs";

let people;

stage({ demo: true }, async () => {
  people = await pagesOf(server.base);
});

story("no page is wider than a phone of 320 px, with the text spacing of WCAG 1.4.12, or with words that cannot be broken", async () => {
  const look = async (page) => {
    const found = [];
    const fits = async (how) => found.push(...(await overflow(page)).map((what) => `${how}: ${what}`));
    await page.setViewportSize({ width: 320, height: 640 });
    await fits("at 320 px");
    await page.setViewportSize({ width: 390, height: 800 });
    const unspace = await spaceText(page);
    await fits("spaced, at 390 px");
    await unspace();
    await lengthenWords(page);
    await fits("with long words, at 390 px");
    return found;
  };
  assert.deepEqual(await walk(people, { viewport: { width: 320, height: 640 } }, look), {});
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
    assert.deepEqual(await walk(people, { viewport: { width, height: 900 } }, look, { prepare }), {});
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
