// Pictures of every mail, in both themes, at 390 and 700 px: `npm run mails -- <folder>`.
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { launch, openPage } from "./lib/browser.mjs";
import { startServer } from "./lib/server.mjs";

const folder = process.argv[2] ?? "mails";

const server = await startServer();
const browser = await launch();
try {
  await mkdir(folder, { recursive: true });
  for (const width of [390, 700]) {
    for (const colorScheme of ["light", "dark"]) {
      const page = await openPage(browser, server.base, { viewport: { width, height: 480 }, colorScheme });
      await page.goto("/_local/mails");
      const links = page.getByRole("link", { name: "open the HTML part" });
      const paths = await links.evaluateAll((found) => found.map((link) => link.getAttribute("href")));
      if (paths.length === 0) throw new Error("no mail is listed");
      for (const path of paths) {
        await page.goto(path);
        await page.screenshot({ path: join(folder, `${path.split("/").at(-1)}-${width}-${colorScheme}.png`), fullPage: true });
      }
      if (page.errors.length + page.failed.length > 0) throw new Error([...page.errors, ...page.failed].join("\n"));
      await page.context().close();
    }
  }
} finally {
  await browser.close();
  await server.stop();
}
