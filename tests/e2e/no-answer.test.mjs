// Without an answer nobody is signed out, and nothing that is there is taken away.
import { story } from "./lib/browser.mjs";
import { openAs } from "./lib/demo-pages.mjs";
import { browser, server, stage } from "./lib/stage.mjs";

stage({ demo: true });

const refusals = [
  ["is offline", (route) => route.abort("internetdisconnected"), /isn’t answering/],
  ["meets a failure", (route) => route.fulfill({ status: 500, json: {} }), /isn’t answering/],
  ["is told to wait", (route) => route.fulfill({ status: 429, headers: { "retry-after": "3" }, json: {} }), /Trying again in [123] s/],
];

for (const [what, refuse, says] of refusals) {
  story(`somebody who ${what} while the session is restored stays logged in`, async () => {
    const page = await openAs(browser, server.base, "clara@demo.example");
    await page.route("**/v1/auth/refresh", refuse);
    await page.goto("/contracts");
    await page.getByText(says).first().waitFor();
    await page.getByText("You are still logged in").waitFor();
    await page.unroute("**/v1/auth/refresh");
    await page.getByRole("heading", { name: "Contracts", level: 1 }).waitFor();
    await page.context().close();
  });
}

story("a page whose code cannot be fetched leaves the frame in place", async () => {
  const page = await openAs(browser, server.base, "clara@demo.example", { viewport: { width: 1280, height: 800 } });
  await page.goto("/contracts");
  await page.getByRole("heading", { name: "Contracts", level: 1 }).waitFor();
  await page.evaluate(() => localStorage.setItem("proconnect.reloaded-at", String(Date.now())));
  await page.route("**/assets/payments-*.js", (route) => route.abort());
  await page.getByRole("link", { name: "Payments" }).first().click();
  await page.getByRole("heading", { name: "Something went wrong" }).waitFor();
  await page.getByRole("link", { name: "My tasks" }).first().click();
  await page.getByRole("heading", { name: "My tasks", level: 1 }).waitFor();
  await page.context().close();
});
