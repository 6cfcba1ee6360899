// Screenshots of every page, in both themes, at 390 and 1440 px: `npm run screenshots -- <folder> [widths]`.
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { launch } from "./lib/browser.mjs";
import { openAs, pagesOf } from "./lib/demo-pages.mjs";
import { startServer } from "./lib/server.mjs";

const folder = process.argv[2] ?? "screenshots";
const widths = (process.argv[3] ?? "390,1440").split(",").map(Number);

const server = await startServer({ demo: true });
const browser = await launch();
try {
  await mkdir(folder, { recursive: true });
  const people = await pagesOf(server.base);
  for (const width of widths) {
    for (const colorScheme of ["light", "dark"]) {
      for (const [email, pages] of Object.entries(people)) {
        const page = await openAs(browser, server.base, email, { viewport: { width, height: 900 }, colorScheme });
        for (const [name, path] of Object.entries(pages)) {
          await page.goto(path, { waitUntil: "networkidle" });
          await page.waitForTimeout(250);
          await page.screenshot({ path: join(folder, `${name}-${width}-${colorScheme}.png`), fullPage: true });
        }
        await page.context().close();
      }
    }
  }
} finally {
  await browser.close();
  await server.stop();
}
