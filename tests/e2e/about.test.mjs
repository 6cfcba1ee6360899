// The pages about ProConnect, the ends of every page, and what somebody new meets first: axe finds nothing on any.
import assert from "node:assert/strict";
import { checkPage, openPage, story } from "./lib/browser.mjs";
import { openAs } from "./lib/demo-pages.mjs";
import { password, person } from "./lib/server.mjs";
import { browser, server, stage } from "./lib/stage.mjs";

stage({ demo: true });

story("a visitor reads who is behind it, and chooses the theme", async () => {
  const page = await openPage(browser, server.base);
  await page.goto("/");
  await page.mouse.wheel(0, 2000);
  await page.getByRole("heading", { name: "Open right now" }).waitFor();
  await page.getByRole("heading", { name: "People who work here" }).waitFor();
  await checkPage(page, "landing with its life");
  const footer = page.getByRole("contentinfo");
  for (const [link, heading] of [["Fees", "Fees"], ["Help", "Help"], ["Terms", "Terms of use"], ["Privacy", "Privacy"], ["Accessibility", "Accessibility"]]) {
    await footer.getByRole("link", { name: link }).click();
    await page.getByRole("heading", { name: heading, level: 1 }).waitFor();
    await checkPage(page, link);
  }
  await footer.getByText("Dark", { exact: true }).click();
  assert.equal(await page.evaluate(() => document.documentElement.dataset.theme), "dark");
  await page.reload();
  assert.equal(await page.evaluate(() => document.documentElement.dataset.theme), "dark");
});

story("on a phone the filters are in a sheet, apply at once, and go with their chips", async () => {
  const page = await openPage(browser, server.base, { viewport: { width: 390, height: 800 }, isMobile: true, hasTouch: true });
  await page.goto("/tasks");
  await page.getByRole("button", { name: "Filters" }).click();
  const sheet = page.getByRole("dialog", { name: "Filters" });
  await sheet.getByLabel("Category").selectOption("design");
  await checkPage(page, "the filters' sheet");
  await sheet.getByRole("button", { name: "Show the tasks" }).click();
  await page.getByRole("list", { name: "Filters" }).waitFor();
  await checkPage(page, "tasks with a filter");
  await page.getByRole("button", { name: "Remove the filter Design" }).click();
  await page.getByRole("list", { name: "Filters" }).waitFor({ state: "detached" });
  assert.equal(new URL(page.url()).search, "");
});

story("somebody new is led to their first task, and told that it is live", async () => {
  const nora = await person(server, "nora@example.com", "Nora Lind", "client");
  const page = await openAs(browser, server.base, nora.email, {}, password);
  await page.goto("/dashboard");
  await page.getByRole("heading", { name: "Your first steps" }).waitFor();
  await checkPage(page, "first steps");
  await page.getByRole("link", { name: "Post your first task" }).click();
  await page.getByLabel("Title").fill("A sign for our door");
  await page.getByRole("textbox", { name: "Description" }).fill("Painted on wood, with our opening hours.");
  await page.getByLabel("Category").selectOption("design");
  await page.getByLabel("Skills").fill("Illustration");
  await page.getByLabel("Skills").press("Enter");
  await page.getByLabel("Budget from").fill("100");
  await page.getByLabel("Budget to").fill("150,00");
  await page.getByRole("button", { name: /Decide by/ }).click();
  await page.getByRole("button", { name: "Next month" }).click();
  await page.getByRole("grid").getByRole("button", { name: /\b15\b/ }).first().click();
  await page.getByRole("button", { name: "Post the task" }).click();
  await page.getByRole("heading", { name: "Your task is live" }).waitFor();
  await checkPage(page, "a task that was just posted");
});

story("without a network the page says so, and that what is typed is kept", async () => {
  const page = await openPage(browser, server.base, { viewport: { width: 320, height: 640 } });
  await page.goto("/tasks");
  await page.getByRole("contentinfo").waitFor();
  await page.context().setOffline(true);
  const banner = page.getByText("You are offline.");
  await banner.waitFor();
  const heading = await page.getByRole("heading", { level: 1 }).boundingBox();
  assert.ok((await banner.boundingBox()).y > heading.y + heading.height, "it does not cover the heading");
  await page.context().setOffline(false);
  await page.getByText("You are offline.").waitFor({ state: "detached" });
});

story("a client approves from the dashboard, and is told what happened", async () => {
  const page = await openAs(browser, server.base, "clara@demo.example");
  await page.goto("/dashboard");
  await page.getByRole("button", { name: /^Approve and pay/ }).click();
  const dialog = page.getByRole("dialog", { name: /^Approve/ });
  await dialog.getByText("You pay $600.00, and Fiona Marsh gets $540.00 at once").waitFor();
  await checkPage(page, "approving on the dashboard");
  await dialog.getByRole("button", { name: "Pay $600.00 to Fiona Marsh" }).click();
  await page.getByRole("status").getByText(/is approved\. \$540\.00 is on its way to Fiona Marsh\./).waitFor();
  await checkPage(page, "after approving");
});
