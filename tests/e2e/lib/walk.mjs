// What is asked of many pages, each visited once.
import { openAs } from "./demo-pages.mjs";
import { server, browser } from "./stage.mjs";

/**
 * What is found on each page, by name; nothing when all is well. `people` are paths by name, by who looks at them: each has a
 * browser's page of their own, and all walk at once, for most of a walk is waiting. `prepare` gets that page before it goes
 * anywhere, and `look` what it returned.
 */
export async function walk(people, options, look, { prepare = async () => {}, password } = {}) {
  const found = {};
  const walkAs = async ([email, pages]) => {
    const page = await openAs(browser, server.base, email, options, password);
    const context = await prepare(page);
    for (const [name, path] of Object.entries(pages)) {
      await page.goto(path, { waitUntil: "networkidle" });
      const problems = await look(page, context);
      if (problems.length > 0) found[name] = problems;
    }
    await page.context().close();
  };
  await Promise.all(Object.entries(people).map(walkAs));
  return found;
}
