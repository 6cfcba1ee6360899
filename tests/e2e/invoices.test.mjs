// Invoices: who somebody is on them, and what they say on the page and in the PDF.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { checkPage, openPage, story } from "./lib/browser.mjs";
import { overflow } from "./lib/layout.mjs";
import { readPdf } from "./lib/read-pdf.mjs";
import { api, password, person, visit } from "./lib/server.mjs";
import { browser, server, stage } from "./lib/stage.mjs";

stage();

const inDays = (days) => new Date(Date.now() + days * 24 * 3600 * 1000).toISOString();

/** A contract with one milestone of 333.33, which nobody has paid yet. */
async function agreed() {
  const { base } = server;
  const clara = await person(server, "clara@example.com", "Clara Berg", "client");
  const fiona = await person(server, "fiona@example.com", "Fiona Marsh", "freelancer");
  const { url } = await api(base, fiona.token, "POST", "/v1/payments/onboarding", {});
  await visit(url, "complete");
  const task = await api(base, clara.token, "POST", "/v1/tasks", {
    title: "Draw icons for a weather app",
    description: "<p>Twelve icons, as vector files, in the style of the ones we have.</p>",
    category: "design",
    skills: [],
    budget: { type: "fixed", min: 20000, max: 60000, currency: "usd" },
    deadline: inDays(9),
  });
  const money = { amount: 33333, currency: "usd" };
  const bid = await api(base, fiona.token, "POST", `/v1/tasks/${task.id}/bids`, {
    coverLetter: "I draw icons for a living, and would begin with three of them.",
    amount: money,
    timelineDays: 9,
    milestones: [{ title: "All icons", description: "Twelve", amount: money, dueDate: inDays(9).slice(0, 10) }],
  });
  const contract = await api(base, clara.token, "POST", `/v1/bids/${bid.id}/accept`, {});
  return { clara, fiona, milestone: contract.milestones[0].id };
}

async function logIn(page, { email }) {
  await page.goto("/login");
  await page.getByLabel("E-mail address").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Log in" }).click();
  await page.waitForURL("**/dashboard");
}

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
  await checkPage(page, `billing details of ${name}`);
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
  const { clara, fiona, milestone } = await agreed();
  const wide = await openPage(browser, server.base, { viewport: { width: 1440, height: 900 } });
  await logIn(wide, clara);
  await billing(wide, { name: "Berg Bäckerei 株式会社", town: "Berlin", number: "de 123 456 789" });
  const narrow = await openPage(browser, server.base, { viewport: { width: 390, height: 844 } });
  await logIn(narrow, fiona);
  await billing(narrow, { name: "Ελένη Ðorđević", town: "Łódź", number: "DE987654321" });
  assert.deepEqual(await overflow(narrow), []);

  const { checkoutUrl } = await api(server.base, clara.token, "POST", `/v1/milestones/${milestone}/fund`, {});
  await visit(checkoutUrl, "paid");
  await server.drain();
  await api(server.base, fiona.token, "POST", `/v1/milestones/${milestone}/submissions`, { note: "Twelve icons." });
  await api(server.base, clara.token, "POST", `/v1/milestones/${milestone}/approve`, {});
  await server.drain();

  await wide.goto("/payments");
  await wide.getByRole("link", { name: /^Invoice .+-0001/ }).click();
  const heading = wide.getByRole("heading", { level: 1 });
  await heading.filter({ hasText: "-0001" }).waitFor();
  const page = await wide.getByRole("main").innerText();
  says(page, ["Berg Bäckerei 株式会社", "Ελένη Ðorđević", "Germany", "DE 123 456 789", "$333.33", "All icons"]);
  await checkPage(wide, "an invoice");
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
  await checkPage(narrow, "a fee invoice");
  assert.deepEqual(await overflow(narrow), []);
  const fee = await pdf(narrow);
  says(fee.text, [fee.title, "ProConnect Demo Ltd", "Ελένη Ðorđević", "$33.33", "-$33.33", "$300.00"]);
  assert.ok(!fee.text.includes("typeface lacks"), "nothing is lacking here");
});
