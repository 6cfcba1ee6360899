// What happened to the money: verified in the reader's browser, and found broken once somebody has changed an entry in the table.
import assert from "node:assert/strict";
import { checkPage, openPage, story } from "./lib/browser.mjs";
import { api, password, person, visit } from "./lib/server.mjs";
import { browser, server, stage } from "./lib/stage.mjs";

stage();

/** A contract whose one milestone was paid, done and approved. */
async function paidContract() {
  const { base } = server;
  const client = await person(server, "oscar@example.com", "Oscar Lind", "client");
  const freelancer = await person(server, "fiona@example.com", "Fiona Marsh", "freelancer");
  const { url } = await api(base, freelancer.token, "POST", "/v1/payments/onboarding", {});
  await visit(url, "complete");
  const task = await api(base, client.token, "POST", "/v1/tasks", {
    title: "Draw icons for a weather app",
    description: "<p>Twelve icons, as vector files, in the style of the ones we have.</p>",
    category: "design",
    skills: [],
    budget: { type: "fixed", min: 20000, max: 60000, currency: "usd" },
    deadline: new Date(Date.now() + 9 * 24 * 3600 * 1000).toISOString(),
  });
  const money = { amount: 40000, currency: "usd" };
  const bid = await api(base, freelancer.token, "POST", `/v1/tasks/${task.id}/bids`, {
    coverLetter: "I draw icons for a living, and would begin with three of them.",
    amount: money,
    timelineDays: 9,
    milestones: [
      { title: "All icons", description: "Twelve", amount: money, dueDate: new Date(Date.now() + 9 * 24 * 3600 * 1000).toISOString().slice(0, 10) },
    ],
  });
  const contract = await api(base, client.token, "POST", `/v1/bids/${bid.id}/accept`, {});
  const milestone = contract.milestones[0].id;
  const { checkoutUrl } = await api(base, client.token, "POST", `/v1/milestones/${milestone}/fund`, {});
  await visit(checkoutUrl, "paid");
  await server.drain();
  await api(base, freelancer.token, "POST", `/v1/milestones/${milestone}/submissions`, { note: "Twelve icons." });
  await api(base, client.token, "POST", `/v1/milestones/${milestone}/approve`, {});
  await server.drain();
  return { client, contract, milestone };
}

async function logIn(page, { email }) {
  await page.goto("/login");
  await page.getByLabel("E-mail address").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Log in" }).click();
  await page.waitForURL("**/dashboard");
}

story("whoever changes an entry in the table is found out by the reader's browser", async () => {
  const { client, contract, milestone } = await paidContract();
  const page = await openPage(browser, server.base);
  await logIn(page, client);
  await page.goto(`/contracts/${contract.id}`);
  await page.getByRole("link", { name: "What happened to the money" }).click();
  await page.getByText("Nothing was changed").waitFor();
  await page.getByText("Your browser checked all 4 entries").waitFor();
  const lines = page.getByRole("list", { name: "Movements" }).getByRole("listitem");
  assert.match(await lines.nth(0).innerText(), /\$400\.00 came in, and is held for “All icons”/);
  assert.match(await lines.nth(2).innerText(), /“All icons” was approved: \$360\.00 is for Fiona Marsh, \$40\.00 is the platform’s fee/);
  assert.match(await lines.nth(3).innerText(), /\$360\.00 was sent to Fiona Marsh/);
  await checkPage(page, "a whole ledger");

  // Ten dollars of the fee become the freelancer's; the journal still comes to zero.
  const key = { pk: { S: `LEDGER#${contract.id}` }, sk: { S: `JOURNAL#${milestone}#approved` } };
  await server.table("UpdateItem", {
    Key: key,
    UpdateExpression: "SET postings[1].amount = :more, postings[2].amount = :less",
    ExpressionAttributeValues: { ":more": { N: "-37000" }, ":less": { N: "-3000" } },
  });
  await page.reload();
  await page.getByText("Entry 3 is not as it was written").waitFor();
  await page.getByText("What it says was changed afterwards.").waitFor();
  assert.match(await lines.nth(2).innerText(), /Not as it was written/);
  assert.doesNotMatch(await lines.nth(1).innerText(), /Not as it was written/);
  await checkPage(page, "a broken ledger");

  // Put back, it is whole again.
  await server.table("UpdateItem", {
    Key: key,
    UpdateExpression: "SET postings[1].amount = :more, postings[2].amount = :less",
    ExpressionAttributeValues: { ":more": { N: "-36000" }, ":less": { N: "-4000" } },
  });
  await page.reload();
  await page.getByText("Nothing was changed").waitFor();
  await page.close();
});
