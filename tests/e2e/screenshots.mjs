// Screenshots of every page, in both themes, at 390 and 1440 px: `npm run screenshots -- <folder>`.
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { launch, openPage } from "./lib/browser.mjs";
import { api, startServer } from "./lib/server.mjs";

const folder = process.argv[2] ?? "screenshots";
const password = "try the marketplace";

const signIn = async (base, email) => (await api(base, undefined, "POST", "/v1/auth/login", { email, password })).accessToken;

async function pagesOf(base) {
  const clara = await signIn(base, "clara@demo.example");
  const fiona = await signIn(base, "fiona@demo.example");
  const felix = await signIn(base, "felix@demo.example");
  const mine = await api(base, clara, "GET", "/v1/tasks/mine");
  const shop = mine.items.find((task) => task.bidCount > 1);
  const contracts = await api(base, clara, "GET", "/v1/contracts?role=client");
  const paid = await api(base, fiona, "GET", "/v1/payments");
  const open = await api(base, felix, "GET", "/v1/tasks");
  const people = await api(base, undefined, "GET", "/v1/freelancers");
  const unbid = open.items.find((task) => task.bidCount === 0);
  return {
    "": {
      landing: "/",
      register: "/register",
      login: "/login",
      browse: "/tasks",
      task: `/tasks/${unbid.id}`,
      "forgot-password": "/forgot-password",
      "reset-password": "/reset-password#token=x",
      freelancers: "/freelancers",
      profile: `/people/${people.items.at(-1).id}`,
      "not-found": "/nowhere",
    },
    "clara@demo.example": {
      "client-dashboard": "/dashboard",
      "client-tasks": "/tasks/mine",
      "client-new-task": "/tasks/new",
      "client-task": `/tasks/${shop.id}`,
      "client-bids": `/tasks/${shop.id}/bids`,
      "client-contracts": "/contracts",
      "client-contract": `/contracts/${contracts.items[0].id}`,
      "client-payments": "/payments",
      "client-saved": "/freelancers/saved",
      "client-settings": "/settings",
    },
    "fiona@demo.example": {
      "freelancer-dashboard": "/dashboard",
      "freelancer-bids": "/bids",
      "freelancer-edit-profile": "/settings/profile",
      "freelancer-security": "/settings/security",
      "freelancer-bid": `/tasks/${unbid.id}/bid`,
      "freelancer-contract": `/contracts/${contracts.items[0].id}`,
      "freelancer-payments": "/payments",
      "freelancer-invoice": `/payments/${paid.items.find((payment) => payment.invoiceNumber).id}/invoice`,
      "freelancer-onboarding": "/payments/onboarding?state=done",
    },
  };
}

const server = await startServer({ demo: true });
const browser = await launch();
try {
  await mkdir(folder, { recursive: true });
  const people = await pagesOf(server.base);
  for (const width of [390, 1440]) {
    for (const colorScheme of ["light", "dark"]) {
      for (const [email, pages] of Object.entries(people)) {
        const page = await openPage(browser, server.base, { viewport: { width, height: 900 }, colorScheme });
        if (email) {
          await page.request.post("/v1/auth/login", { data: { email, password } });
          await page.addInitScript((key) => localStorage.setItem(key, "1"), process.env.SESSION_HINT ?? "proconnect.session");
        }
        for (const [name, path] of Object.entries(pages)) {
          await page.goto(path, { waitUntil: "networkidle" });
          await page.waitForTimeout(250);
          await page.screenshot({ path: join(folder, `${name}-${width}-${colorScheme}.png`), fullPage: true });
        }
        await page.context().close();
      }
    }
  }
} finally {
  await browser.close();
  await server.stop();
}
