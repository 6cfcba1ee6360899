// Invoices: who somebody is on them, and what they say on the page and in the PDF.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { story } from "./lib/browser.mjs";
import { agreed, handIn } from "./lib/deals.mjs";
import { openAs } from "./lib/demo-pages.mjs";
import { overflow } from "./lib/layout.mjs";
import { readPdf } from "./lib/read-pdf.mjs";
import { api, password } from "./lib/server.mjs";
import { show } from "./lib/shots.mjs";
import { browser, server, stage } from "./lib/stage.mjs";

stage();

/** Says who somebody is, from the page of payments on. */
async function billing(page, { name, town, number }) {
  await page.goto("/payments");
  await page.getByRole("link", { name: "Billing details" }).click();
  await page.getByLabel("Name or company").fill(name);
  await page.getByLabel("Street and house").fill("Mill Lane 5");
  await page.getByLabel("Town").first().fill(town);
  await page.getByLabel("Country").selectOption({ label: "Germany" });
  await page.getByLabel("Tax number").fill("DE12");
  await page.getByRole("button", { name: "Save billing details" }).click();
  await page.getByText("A number that begins with DE has another length").first().waitFor();
  await page.getByLabel("Tax number").fill(number);
  await page.getByRole("button", { name: "Save billing details" }).click();
  await page.getByText("Your billing details are saved.").waitFor();
  await show(page, `billing-details-of-${name.split(" ")[0]}`);
}

/** What the button saves. */
async function pdf(page) {
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Download as PDF" }).click(),
  ]);
  const bytes = await readFile(await download.path());
  return { name: download.suggestedFilename(), ...(await readPdf(bytes)) };
}

const says = (text, parts) => parts.forEach((part) => assert.ok(text.includes(part), `“${part}” is not in:\n${text}`));

story("each side has its invoice, on a page and as a PDF, with who they were on that day", async () => {
  const names = { client: "Clara Berg", freelancer: "Fiona Marsh", tag: "invoice", milestone: "All icons" };
  const deal = await agreed(server, { ...names, amount: 33333 });
  const { client: clara, freelancer: fiona, milestone } = deal;
  const wide = await openAs(browser, server.base, clara.email, { viewport: { width: 1440, height: 900 } }, password);
  await billing(wide, { name: "Berg Bäckerei 株式会社", town: "Berlin", number: "de 123 456 789" });
  const narrow = await openAs(browser, server.base, fiona.email, { viewport: { width: 390, height: 844 } }, password);
  await billing(narrow, { name: "Ελένη Ðorđević", town: "Łódź", number: "DE987654321" });
  assert.deepEqual(await overflow(narrow), []);

  await handIn(server, deal);
  await api(server.base, clara.token, "POST", `/v1/milestones/${milestone}/approve`, {});
  await server.drain();

  await wide.goto("/payments");
  await wide.getByRole("link", { name: /^Invoice .+-0001/ }).click();
  const heading = wide.getByRole("heading", { level: 1 });
  await heading.filter({ hasText: "-0001" }).waitFor();
  const page = await wide.getByRole("main").innerText();
  says(page, ["Berg Bäckerei 株式会社", "Ελένη Ðorđević", "Germany", "DE 123 456 789", "$333.33", "All icons"]);
  await show(wide, "an-invoice");
  const bought = await pdf(wide);
  assert.equal(`Invoice ${bought.name}`, `${await heading.innerText()}.pdf`);
  assert.equal(bought.title, await heading.innerText());
  assert.deepEqual([bought.isTagged, bought.language, bought.pages], [true, "en", 1]);
  says(bought.text, [bought.title, "Berg Bäckerei", "Mill Lane 5", "Berlin", "Germany", "Tax number: DE 123 456 789", "$333.33"]);
  says(bought.text, ["Ελένη Ðorđević", "Łódź", "All icons", "[U+682A]", "typeface lacks"]);
  for (const [role, least] of [["H1", 1], ["H2", 3], ["Table", 1], ["TH", 4], ["TD", 2]])
    assert.ok((bought.roles.get(role) ?? 0) >= least, `${role}: ${JSON.stringify([...bought.roles])}`);

  await narrow.goto("/payments");
  await narrow.getByRole("link", { name: /^Fee invoice .+-0001/ }).click();
  await narrow.getByRole("heading", { name: "Your payout" }).waitFor();
  says(await narrow.getByRole("main").innerText(), ["ProConnect Demo Ltd", "IE1234567X", "$33.33", "$333.33", "$300.00"]);
  await show(narrow, "a-fee-invoice");
  assert.deepEqual(await overflow(narrow), []);
  const fee = await pdf(narrow);
  says(fee.text, [fee.title, "ProConnect Demo Ltd", "Ελένη Ðorđević", "$33.33", "-$33.33", "$300.00"]);
  assert.ok(!fee.text.includes("typeface lacks"), "nothing is lacking here");
});
