// What a page's layout is held to, measured in the page itself.

/** WCAG 1.4.12: the spacing that people may set without losing anything. */
const spacing = "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; } p { margin-bottom: 2em !important; }";

/** Sets that spacing, and returns what takes it away again: as a constructed sheet, since the page's policy allows none inline. */
export async function spaceText(page) {
  const sheet = await page.evaluateHandle((rules) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(rules);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    return sheet;
  }, spacing);
  return () =>
    sheet.evaluate((sheet) => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet);
    });
}

/** By how many pixels the page can be scrolled sideways, and what reaches out; nothing when it fits. */
export const overflow = (page) =>
  page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    const over = document.documentElement.scrollWidth - width;
    if (over <= 0) return [];
    const scrolls = (element) => {
      for (let part = element.parentElement; part; part = part.parentElement)
        if (/auto|scroll|hidden|clip/.test(getComputedStyle(part).overflowX) && part !== document.body && part !== document.documentElement) return true;
      return false;
    };
    const out = [...document.body.querySelectorAll("*")]
      .filter((element) => element.getBoundingClientRect().right > width + 0.5 && !scrolls(element))
      .map((element) => `${element.tagName.toLowerCase()} “${element.textContent.trim().slice(0, 40)}” .${element.getAttribute("class")}`);
    return [`${over} px too wide`, ...out.slice(0, 4)];
  });

/** Every text becomes one word of its length and more: names, titles and words of other languages have no place to break. Amounts stay. */
export const lengthenWords = (page) =>
  page.evaluate(() => {
    const long = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft";
    const texts = document.querySelectorAll("main :is(h1, h2, h3, h4, p, dd, li > span, td, th, a, strong):not(.whitespace-nowrap)");
    for (const element of texts) if (element.children.length === 0 && element.textContent.trim().length > 12) element.textContent = long;
  });

/** Counts layout shifts of a page from its first frame on; `shifts()` tells them. */
export async function watchShifts(page) {
  await page.addInitScript(() => {
    window.__shifts = [];
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        if (entry.hadRecentInput) continue;
        const what = entry.sources.map(({ node, previousRect: a, currentRect: b }) => {
          const element = node?.nodeType === 1 ? node : node?.parentElement;
          const name = element ? `${element.tagName.toLowerCase()} “${element.textContent.trim().slice(0, 30)}”` : "gone";
          return `${name} ${a.x},${a.y} ${a.width}x${a.height} → ${b.x},${b.y} ${b.width}x${b.height}`;
        });
        window.__shifts.push({ value: entry.value, what });
      }
    }).observe({ type: "layout-shift", buffered: true });
  });
  return () => page.evaluate(() => window.__shifts);
}

/** Answers of the API come late, each at its own time, as over a phone. */
export async function delayAnswers(page, from = 250, to = 450) {
  let turn = 0;
  await page.route("**/v1/**", async (route) => {
    turn += 1;
    await new Promise((resolve) => setTimeout(resolve, from + ((turn * 73) % (to - from))));
    await route.continue().catch(() => {});
  });
}

/** Facts of the comparison that are cut off or lie under something else; at least one has to be there. */
export const compared = (page) =>
  page.evaluate(() => {
    const shown = (element) => element.getClientRects().length > 0;
    const card = [...document.querySelectorAll("ul[aria-label=Bids] > li")].find(shown);
    const facts = [...document.querySelectorAll("main table :is(th, td)"), ...(card?.querySelectorAll("dd") ?? [])].filter(shown);
    if (facts.length < 3) return [`only ${facts.length} facts`];
    const hidden = facts.filter((cell) => {
      cell.scrollIntoView({ block: "center", inline: "nearest" });
      const walker = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT, (text) =>
        text.parentElement.closest(".sr-only") ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
      );
      const boxes = [];
      while (walker.nextNode()) {
        const range = document.createRange();
        range.selectNodeContents(walker.currentNode);
        boxes.push(...range.getClientRects());
      }
      return boxes.some(({ left, right, top, height, width }) => {
        if (width < 2) return false;
        const at = (x) => document.elementFromPoint(x, top + height / 2);
        return ![at(left + 1), at(right - 1)].every((found) => found && (cell.contains(found) || found.contains(cell)));
      });
    });
    const scroller = document.querySelector("main table")?.parentElement;
    const reaches = scroller && shown(scroller) && scroller.scrollWidth > scroller.clientWidth;
    return [...(reaches ? ["the table is wider than its place"] : []), ...hidden.map((cell) => cell.textContent)];
  });
