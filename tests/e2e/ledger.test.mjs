// What happened to the money: verified in the reader's browser, and found broken once somebody has changed an entry in the table.
import assert from "node:assert/strict";
import { checkPage, story } from "./lib/browser.mjs";
import { handedIn } from "./lib/deals.mjs";
import { openAs } from "./lib/demo-pages.mjs";
import { api, password } from "./lib/server.mjs";
import { browser, server, stage } from "./lib/stage.mjs";

stage();

/** A contract whose one milestone was paid, done and approved. */
async function paidContract() {
  const names = { client: "Oscar Lind", freelancer: "Fiona Marsh", tag: "ledger", milestone: "All icons" };
  const deal = await handedIn(server, { ...names, amount: 40000 });
  await api(server.base, deal.client.token, "POST", `/v1/milestones/${deal.milestone}/approve`, {});
  await server.drain();
  return deal;
}

story("whoever changes an entry in the table is found out by the reader's browser", async () => {
  const { client, contract, milestone } = await paidContract();
  const page = await openAs(browser, server.base, client.email, {}, password);
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
