// The client's story: from an account to a paid milestone, in a browser.
import assert from "node:assert/strict";
import { checkPage, openPage, story } from "./lib/browser.mjs";
import { api, password, person, visit } from "./lib/server.mjs";
import { browser, server, stage } from "./lib/stage.mjs";

stage();

const money = (amount) => ({ amount, currency: "usd" });

/** A freelancer who can be paid, and whom the client meets only through the product. */
async function freelancer() {
  const fiona = await person(server, "fiona@example.com", "Fiona Marsh", "freelancer");
  const link = await api(server.base, fiona.token, "POST", "/v1/payments/onboarding", {});
  await visit(link.url, "complete");
  return fiona;
}

const inDays = (days) => new Date(Date.now() + days * 24 * 3600 * 1000).toISOString().slice(0, 10);

const bidOf = (amount) => ({
  coverLetter: "I have drawn forty logos for small shops like yours.",
  amount: money(amount),
  timelineDays: 14,
  milestones: [
    { title: "Drafts", description: "Three drafts", amount: money(amount / 2), dueDate: inDays(30), criteria: ["Two colours"] },
    { title: "Final", description: "Vector files", amount: money(amount / 2), dueDate: inDays(50), criteria: [] },
  ],
});

story("a client hires a freelancer and pays for approved work", async () => {
  const page = await openPage(browser, server.base);
  const fiona = await freelancer();

  await page.goto("/");
  await page.getByRole("heading", { level: 1 }).waitFor();
  await checkPage(page, "landing");
  await page.getByRole("link", { name: "Hire a freelancer" }).click();

  await page.getByRole("button", { name: "Create account" }).click();
  await page.getByRole("alert").waitFor();
  await checkPage(page, "register with errors");
  await page.getByLabel("Name").fill("Clara Berg");
  await page.getByLabel("E-mail address").fill("clara@example.com");
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Create account" }).click();

  await page.getByRole("heading", { name: "Check your mail" }).waitFor();
  await checkPage(page, "verify e-mail");
  await page.getByLabel("Code").fill("000000");
  await page.getByRole("button", { name: "Verify" }).click();
  await page.getByText("has expired, was used up").first().waitFor();
  await page.getByLabel("Code").fill(await server.codeFor("clara@example.com"));
  await page.getByRole("button", { name: "Verify" }).click();

  await page.getByRole("heading", { name: "Hello, Clara" }).waitFor();
  await checkPage(page, "an empty dashboard");
  await page.getByRole("link", { name: "Post a task" }).first().click();

  await page.getByLabel("Title").fill("Design a logo for a bakery");
  const editor = page.getByRole("textbox", { name: "Description" });
  await editor.fill("A friendly logo for a bakery, in two colours.");
  await page.getByLabel("Category").selectOption("design");
  await page.getByLabel("Skills").fill("Logo design");
  await page.getByLabel("Skills").press("Enter");
  await page.getByLabel("Budget from").fill("200");
  await page.getByLabel("Budget to").fill("500");
  await page.getByRole("button", { name: /Decide by/ }).click();
  const month = page.getByRole("grid");
  await month.waitFor();
  await page.getByRole("button", { name: "Next month" }).click();
  await month.getByRole("button", { name: /\b15\b/ }).first().click();
  await checkPage(page, "post a task");
  await page.getByRole("button", { name: "Post the task" }).click();

  await page.getByRole("heading", { name: "Design a logo for a bakery" }).waitFor();
  await checkPage(page, "one's own task");
  const taskId = new URL(page.url()).pathname.split("/")[2];
  const felix = await person(server, "felix@example.com", "Felix Okoro", "freelancer");
  await api(server.base, fiona.token, "POST", `/v1/tasks/${taskId}/bids`, bidOf(40000));
  await api(server.base, felix.token, "POST", `/v1/tasks/${taskId}/bids`, bidOf(30000));
  await page.reload();
  await page.getByRole("link", { name: "Compare 2 bids" }).click();

  const rows = page.getByRole("rowheader");
  await rows.first().waitFor();
  await checkPage(page, "compare bids");
  assert.match(await rows.first().innerText(), /Felix Okoro/, "the lowest price comes first");
  await page.getByRole("button", { name: "Price" }).click();
  assert.match(await rows.first().innerText(), /Fiona Marsh/, "and last after another click");
  const star = page.getByRole("button", { name: "Shortlist Fiona Marsh" });
  await star.click();
  await page.getByRole("checkbox", { name: "Shortlisted (1)" }).check({ force: true });
  assert.equal(await rows.count(), 1, "the filter leaves the shortlist");
  await checkPage(page, "a shortlist");
  await page.reload();
  await rows.nth(1).waitFor();
  assert.equal(await star.getAttribute("aria-pressed"), "true", "the star stays");
  await page.getByRole("button", { name: "Accept Fiona Marsh" }).click();
  await page.getByRole("dialog").waitFor();
  await checkPage(page, "accept a bid");
  await page.getByRole("button", { name: "Hire Fiona Marsh for $400.00" }).click();

  await page.getByRole("button", { name: "Fund $200.00" }).first().waitFor();
  await checkPage(page, "a new contract");
  const contractId = new URL(page.url()).pathname.split("/")[2];
  await page.getByRole("button", { name: "Fund $200.00" }).first().click();
  await page.getByRole("button", { name: "Pay with a card that is declined" }).click();
  await page.getByRole("alert").getByText("declined").waitFor();
  await page.getByRole("button", { name: "Pay by card or wallet" }).click();
  await page.getByText("Held", { exact: true }).waitFor();
  await checkPage(page, "a funded milestone");

  const contract = await api(server.base, fiona.token, "GET", `/v1/contracts/${contractId}`);
  const milestone = contract.milestones[0].id;
  const submit = (note) => api(server.base, fiona.token, "POST", `/v1/milestones/${milestone}/submissions`, { note });
  await submit("Three drafts.");
  await page.reload();
  await page.getByRole("button", { name: "Ask for changes" }).click();
  await page.getByLabel("Two colours").check();
  await page.getByLabel("What should change").fill("A warmer orange, please.");
  await checkPage(page, "request changes");
  await page.getByRole("dialog").getByRole("button", { name: "Ask for changes" }).click();
  await page.getByText("Changes requested", { exact: true }).waitFor();
  await submit("Warmer now.");
  await page.reload();
  await page.getByRole("button", { name: "Approve and pay" }).click();
  await checkPage(page, "approve");
  await page.getByRole("button", { name: "Pay $200.00 to Fiona Marsh" }).click();
  await page.getByText("Paid", { exact: true }).waitFor();
  await page.getByText("50 %", { exact: true }).waitFor();
  await checkPage(page, "an approved milestone");

  await page.getByRole("link", { name: "Payments" }).first().click();
  // In the list, not among its filters.
  await page.getByText("Paid out", { exact: true }).and(page.locator(":not(option)")).waitFor();
  await checkPage(page, "payments");
  await page.getByRole("link", { name: /Invoice .+-0001/ }).click();
  await page.getByRole("heading", { name: /Invoice .+-0001/ }).waitFor();
  await checkPage(page, "invoice");
  await page.getByRole("link", { name: "My tasks" }).first().click();
  await page.getByRole("heading", { name: "My tasks" }).waitFor();
  await checkPage(page, "my tasks");
  await page.getByRole("link", { name: "Contracts" }).first().click();
  await page.getByText("1 of 2 milestones approved").waitFor();
  await checkPage(page, "contracts");

  await page.reload();
  await page.getByText("1 of 2 milestones approved").waitFor();
  await page.getByRole("button", { name: "Account of Clara Berg" }).click();
  await page.getByRole("menuitem", { name: "Log out" }).waitFor();
  await checkPage(page, "account menu");
  await page.getByRole("menuitem", { name: "Log out" }).click();
  await page.getByRole("link", { name: "Log in" }).waitFor();
});
