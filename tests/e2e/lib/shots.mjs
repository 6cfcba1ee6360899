// Pages to be looked at: with SHOTS set to a folder, each is kept there at both widths and in both themes.
import { checkPage } from "./browser.mjs";

const folder = process.env.SHOTS;

/** Checks a page (`checkPage`), and keeps pictures of it where they are wanted. */
export async function show(page, name) {
  await checkPage(page, name);
  if (!folder) return;
  const before = page.viewportSize();
  for (const width of [390, 1440])
    for (const colorScheme of ["light", "dark"]) {
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme });
      await page.waitForTimeout(250);
      await page.screenshot({ path: `${folder}/${name}-${width}-${colorScheme}.png`, fullPage: true });
    }
  await page.setViewportSize(before);
  await page.emulateMedia({ colorScheme: "light" });
  await page.waitForTimeout(250);
}
