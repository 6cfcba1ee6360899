// The pages of the demo marketplace by who looks at them, and a browser's page as one of these people.
import { openPage } from "./browser.mjs";
import { api } from "./server.mjs";
import { sayAll } from "./talk.mjs";

export const demoPassword = "try the marketplace";

export const signIn = async (base, email) =>
  (await api(base, undefined, "POST", "/v1/auth/login", { email, password: demoPassword })).accessToken;

/** Paths by name, for visitors (no address) and for each person's address. */
export async function pagesOf(base) {
  const clara = await signIn(base, "clara@demo.example");
  const fiona = await signIn(base, "fiona@demo.example");
  const felix = await signIn(base, "felix@demo.example");
  const mine = await api(base, clara, "GET", "/v1/tasks/mine");
  const shop = mine.items.find((task) => task.bidCount > 1);
  const quiet = mine.items.find((task) => task.status === "open" && task.bidCount === 0);
  const contracts = await api(base, clara, "GET", "/v1/contracts?role=client");
  const paid = await api(base, fiona, "GET", "/v1/payments");
  const open = await api(base, felix, "GET", "/v1/tasks");
  const people = await api(base, undefined, "GET", "/v1/freelancers");
  const unbid = open.items.find((task) => task.bidCount === 0);
  const room = await api(base, fiona, "POST", `/v1/tasks/${quiet.id}/room`, {});
  await sayAll(base, fiona, room.id, ["Which colours do you like?", "I have an idea: see https://example.com/palette or write to fiona@example.com."]);
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
      fees: "/fees",
      help: "/help",
      terms: "/terms",
      privacy: "/privacy",
      accessibility: "/accessibility",
      unsubscribe: "/unsubscribe?token=x",
      "not-found": "/nowhere",
    },
    "clara@demo.example": {
      "client-dashboard": "/dashboard",
      "client-tasks": "/tasks/mine",
      "client-new-task": "/tasks/new",
      "client-task": `/tasks/${shop.id}`,
      "client-task-without-bids": `/tasks/${quiet.id}`,
      "client-edit-task": `/tasks/${shop.id}/edit`,
      "client-bids": `/tasks/${shop.id}/bids`,
      "client-contracts": "/contracts",
      "client-contract": `/contracts/${contracts.items[0].id}`,
      "client-ledger": `/contracts/${contracts.items[0].id}/money`,
      "client-disputes": "/disputes",
      "client-messages": "/messages",
      "client-room": `/messages/${room.id}`,
      "client-payments": "/payments",
      "client-saved": "/freelancers/saved",
      "client-settings": "/settings",
      "client-notifications": "/notifications",
      "client-notification-settings": "/settings/notifications",
    },
    "fiona@demo.example": {
      "freelancer-dashboard": "/dashboard",
      "freelancer-bids": "/bids",
      "freelancer-edit-profile": "/settings/profile",
      "freelancer-security": "/settings/security",
      "freelancer-bid": `/tasks/${unbid.id}/bid`,
      "freelancer-contract": `/contracts/${contracts.items[0].id}`,
      "freelancer-room": `/messages/${room.id}`,
      "freelancer-payments": "/payments",
      "freelancer-invoice": `/payments/${paid.items.find((payment) => payment.invoiceNumber).id}/invoice`,
      "freelancer-onboarding": "/payments/onboarding?state=done",
    },
  };
}

/** A page of the browser as somebody of the demo, or as a visitor. */
export async function openAs(browser, base, email, options, password = demoPassword) {
  const page = await openPage(browser, base, options);
  if (email) {
    await page.request.post("/v1/auth/login", { data: { email, password } });
    await page.addInitScript(() => localStorage.setItem("proconnect.session", "1"));
  }
  return page;
}
