// The payment history: by state and period, and as a file.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { checkPage, story } from "./lib/browser.mjs";
import { openAs } from "./lib/demo-pages.mjs";
import { browser, server, stage } from "./lib/stage.mjs";

stage({ demo: true });

story("a client looks at what is held, and takes the history along as a file", async () => {
  const page = await openAs(browser, server.base, "clara@demo.example", { acceptDownloads: true });
  await page.goto("/payments");
  await page.getByRole("heading", { name: "History" }).waitFor();
  await checkPage(page, "the history");
  await page.getByLabel("State").selectOption("held");
  await page.waitForURL("**/payments?state=held");
  await page.getByLabel("Period").selectOption("lastYear");
  await page.getByText("No payment fits").waitFor();
  await checkPage(page, "a history in which nothing fits");
  await page.getByLabel("Period").selectOption("");
  await page.getByLabel("State").selectOption("");

  const coming = page.waitForEvent("download");
  await page.getByRole("button", { name: "Download as CSV" }).click();
  const file = await coming;
  assert.equal(file.suggestedFilename(), "proconnect-payments.csv");
  const lines = (await readFile(await file.path(), "utf8")).split("\r\n");
  assert.match(lines[0], /^date,kind,status,task,milestone,other side,currency,amount,fee,net,/);
  assert.ok(lines.length > 2 && lines.at(-1) === "", "lines, each with its end");
  await page.close();
});
