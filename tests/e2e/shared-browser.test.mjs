// Two people on one browser, one after the other: neither finds what the other typed.
import assert from "node:assert/strict";
import { openPage, story } from "./lib/browser.mjs";
import { demoPassword } from "./lib/demo-pages.mjs";
import { browser, server, stage } from "./lib/stage.mjs";

stage({ demo: true });

async function logIn(page, email) {
  await page.goto("/login");
  await page.getByLabel("E-mail address").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(demoPassword);
  await page.getByRole("button", { name: "Log in" }).click();
  await page.getByRole("heading", { name: /^Hello/ }).waitFor();
}

async function typeATask(page, title) {
  await page.goto("/tasks/new");
  await page.getByLabel("Title").fill(title);
  await page.getByText("Kept on this device").waitFor();
}

const titleOnTheForm = async (page) => {
  await page.goto("/tasks/new");
  return page.getByLabel("Title").inputValue();
};

const kept = (page) => page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }));

story("a draft stays with the person who typed it", async () => {
  const page = await openPage(browser, server.base);
  await logIn(page, "clara@demo.example");
  await typeATask(page, "Clara's secret project");

  // Her session ends without her: the draft waits for her, and for nobody else.
  await page.context().clearCookies();
  await page.goto("/dashboard");
  await page.getByRole("button", { name: "Log in" }).waitFor();
  await logIn(page, "oscar@demo.example");
  assert.equal(await titleOnTheForm(page), "", "Oscar's form is empty");
  await typeATask(page, "Oscar's own project");

  // Oscar logs out: nothing of his stays, not even what was typed a moment ago.
  await page.getByLabel("Title").fill("Oscar's own project, typed last");
  await page.getByRole("button", { name: /^Account of/ }).click();
  await page.getByRole("menuitem", { name: "Log out" }).click();
  await page.getByRole("link", { name: "Log in" }).waitFor();
  assert.doesNotMatch(await kept(page), /Oscar/);

  await logIn(page, "clara@demo.example");
  assert.equal(await titleOnTheForm(page), "Clara's secret project");
});
