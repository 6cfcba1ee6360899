// Texts of people: the longest, those of other scripts, and those that come from other programs.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { openPage, story } from "./lib/browser.mjs";
import { openAs } from "./lib/demo-pages.mjs";
import { overflow } from "./lib/layout.mjs";
import { password, person } from "./lib/server.mjs";
import { browser, server, stage } from "./lib/stage.mjs";
import { walk } from "./lib/walk.mjs";
import { hebrew, longest, worldOf } from "./lib/worlds.mjs";

stage();

story("the longest text that is taken in each field makes no page wider than its screen", async () => {
  const world = await worldOf(server, "long", longest());
  const look = async (page) => {
    // Whatever can be opened shows more of the same.
    for (const button of await page.getByRole("button", { name: /^(Read|Filters|More)/ }).all())
      if (await button.isVisible()) await button.click();
    return overflow(page);
  };
  for (const width of [320, 390, 1440])
    assert.deepEqual(await walk(world, { viewport: { width, height: 900 } }, look, { password }), {}, `at ${width} px`);
});

/** Texts from right to left whose direction is the page's instead of their own. */
const leftToRight = (page) =>
  page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found = [];
    while (walker.nextNode()) {
      const { textContent: text, parentElement: around } = walker.currentNode;
      // Within a sentence it may be isolated by characters.
      if (!/[\u0590-\u05ff]/.test(text.replace(/\u2068[^\u2069]*\u2069/g, "")) || !around.getClientRects().length) continue;
      if (getComputedStyle(around).direction === "ltr" && !around.closest("select, [aria-live]")) found.push(`<${around.tagName.toLowerCase()} class="${around.className}"> ${text.slice(0, 40)}`);
    }
    for (const field of document.querySelectorAll("input, textarea"))
      if (/[\u0590-\u05ff]/.test(field.value) && getComputedStyle(field).direction === "ltr") found.push(`the field ${field.name}`);
    return found;
  });

story("texts of people stand in the direction of their script", async () => {
  const world = await worldOf(server, "hebrew", hebrew());
  assert.deepEqual(await walk(world, { viewport: { width: 1440, height: 900 } }, leftToRight, { password }), {});
});

story("a list that starts at 3 starts at 3", async () => {
  const world = await worldOf(server, "list", hebrew());
  const page = await openPage(browser, server.base);
  await page.goto(world[""].task);
  assert.equal(await page.locator(".rich-text ol").evaluate((list) => list.start), 3);
});

const line = "<p>We bake <strong>every night</strong> and sell <em>at dawn</em>, <u>no later</u>";
const list = "<ul><li><p>Rye</p><ul><li><p>with caraway</p></li></ul></li><li><p>Wheat</p></li></ul>";

/** What the editor holds after each clipboard was pasted; the module's own test has all of them. */
const pasted = {
  "google-docs.html": `<h2>A shop for bread</h2>${line}. See <a href="https://bread.example/">our page</a>.</p>${list}`,
  "word.html": `<h2>A shop for bread</h2>${line}.</p>${list}<p>Then:</p><ol start="3"><li><p>Third</p></li><li><p>Fourth</p></li></ol>`,
  "sheets.html": "<p><strong>Page</strong> | <strong>Count</strong></p><p>Home | 1</p><p>Shop<br>window</p>",
  "libreoffice.html": `<h2>A shop for bread</h2>${line}, <s>never</s>.</p><ol start="3"><li><p>Third</p></li><li><p>Fourth</p><ul><li><p>inner</p></li></ul></li></ol>`,
  "pages.html": `<p><strong>A shop for bread</strong></p>${line}.</p><ul><li><p>Rye</p></li><li><p>Wheat</p></li></ul>`,
  "notion.html": /^<h3>A shop for bread<\/h3>.*<blockquote><p>Bread is patience\.<\/p><\/blockquote><pre><code>const loaf = 1\nconst more = 2<\/code><\/pre>/s,
  "outlook.html": /<p>and sell <strong>at dawn<\/strong>\.<\/p><ul><li><p>Rye<\/p><\/li><li><p>Wheat<\/p><\/li><\/ul>/,
  "bullets.txt": `<p>A shop for bread</p>${list}<p>Then:</p><ol start="3"><li><p>Third</p></li><li><p>Fourth</p></li></ol><ul><li><p>Last - but not least</p></li></ul>`,
};

story("what is pasted from other programs keeps its formatting, under the real content security policy", async () => {
  const clara = await person(server, "clara@paste.example", "Clara Berg", "client");
  const page = await openAs(browser, server.base, clara.email, {}, password);
  const answer = await page.goto("/tasks/new");
  assert.match(answer.headers()["content-security-policy"] ?? "", /style-src 'self'/);
  const editor = page.getByRole("textbox", { name: "Description" });
  await editor.waitFor();
  for (const [name, expected] of Object.entries(pasted)) {
    const content = await readFile(new URL(`../../web/src/components/form/paste/fixtures/${name}`, import.meta.url), "utf8");
    await editor.press("ControlOrMeta+a");
    await editor.press("Backspace");
    const held = await editor.evaluate(
      (element, { type, content }) => {
        const clipboardData = new DataTransfer();
        clipboardData.setData(type, content);
        element.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
        // The browser's own helpers and the schema's attributes say nothing of the text.
        const copy = element.cloneNode(true);
        for (const helper of copy.querySelectorAll(".ProseMirror-trailingBreak, .ProseMirror-separator")) helper.remove();
        for (const link of copy.querySelectorAll("a")) for (const { name } of [...link.attributes]) if (name !== "href") link.removeAttribute(name);
        return copy.innerHTML.replace(/(<p><\/p>)+$/, "");
      },
      { type: name.endsWith("txt") ? "text/plain" : "text/html", content },
    );
    if (expected instanceof RegExp) assert.match(held, expected, name);
    else assert.equal(held, expected, name);
  }
  assert.deepEqual(page.errors, []);
});

story("amounts are read as they are typed in many countries, and shown", async () => {
  const oscar = await person(server, "oscar@amount.example", "Oscar Lind", "client");
  const page = await openAs(browser, server.base, oscar.email, {}, password);
  await page.goto("/tasks/new");
  await page.getByLabel("Title").fill("Bread for the whole street");
  await page.getByRole("textbox", { name: "Description" }).fill("Every morning before six, for a week.");
  await page.getByLabel("Category").selectOption("other");
  await page.getByLabel("Budget from").fill("12,50");
  await page.getByText("= $12.50").waitFor();
  await page.getByLabel("Budget to").fill("1.250");
  await page.getByRole("button", { name: "Post the task" }).click();
  await page.getByText("Is that 1250 or 1.25? Type it like that.").first().waitFor();
  await page.getByLabel("Budget to").fill("99,90");
  await page.getByText("= $99.90").waitFor();
  await page.getByRole("button", { name: /Decide by/ }).click();
  await page.getByRole("button", { name: "Next month" }).click();
  await page.getByRole("grid").getByRole("button", { name: /\b15\b/ }).first().click();
  await page.getByRole("button", { name: "Post the task" }).click();
  await page.getByText("$12.50–$99.90").first().waitFor();
});
