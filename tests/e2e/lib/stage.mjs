// What every file of stories plays on: a server and a browser of its own, from before its first story until after its last.
import { after, before } from "node:test";
import { launch } from "./browser.mjs";
import { startServer } from "./server.mjs";

/** The server, once the stories begin. */
export let server;
/** The browser, once the stories begin. */
export let browser;

/**
 * Sets both up and takes both down. `options` are the server's, or a function that makes them; `ready` is called once both are
 * there: another `before` of the file would not wait for this one.
 */
export function stage(options, ready) {
  before(async () => {
    server = await startServer(typeof options === "function" ? await options() : options);
    browser = await launch();
    await ready?.();
  });
  after(async () => {
    await browser?.close();
    await server?.stop();
  });
}
