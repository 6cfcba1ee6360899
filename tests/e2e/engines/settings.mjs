// Somebody's settings: what others see of them, how it looks to them, how they get in.
import assert from "node:assert/strict";
import { password } from "../lib/server.mjs";

export async function settings(freelancer) {
  await freelancer.goto("/settings/profile");
  await freelancer.fill("Headline", "I draw logos");
  await freelancer.press("button", "Save the profile");
  await freelancer.shows("Saved.");
  assert.deepEqual(await freelancer.problems(), [], "edit profile");
  await freelancer.reload();
  assert.equal(await (await freelancer.label("Headline")).getAttribute("value"), "I draw logos");

  await freelancer.press("button", /Account of/);
  await freelancer.press("menuitemradio", "Dark");
  const theme = () => freelancer.driver.executeScript("return document.documentElement.dataset.theme");
  assert.equal(await theme(), "dark");
  await freelancer.reload();
  assert.equal(await theme(), "dark");
  await freelancer.goto("/settings/security");
  await freelancer.role("heading", "Password");
  assert.deepEqual(await freelancer.problems(), [], "security, in the dark");

  const another = `${password} and more`;
  await freelancer.fill("Current password", password);
  await freelancer.fill("New password", another);
  await freelancer.press("button", "Change the password");
  await freelancer.shows("Password changed");
  await freelancer.press("button", /Account of/);
  await freelancer.press("menuitem", "Log out");
  await freelancer.role("heading", /Small jobs/);
  await freelancer.goto("/login");
  await freelancer.fill("E-mail address", "fiona@example.com");
  await freelancer.fill("Password", another);
  await freelancer.press("button", "Log in");
  await freelancer.role("heading", "Hello, Fiona");
}
