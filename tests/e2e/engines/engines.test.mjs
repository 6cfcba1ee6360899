// The main stories in the other two browsers' engines. Where one is not there, its stories are skipped and counted as skipped;
// in CI that is a failure.
import assert from "node:assert/strict";
import { after, describe, test } from "node:test";
import { startServer } from "../lib/server.mjs";
import { engines } from "./engines.mjs";
import { mainJob } from "./main-job.mjs";
import { stopAll } from "./programs.mjs";
import { settings } from "./settings.mjs";
import { Tab } from "./tab.mjs";

for (const { name, missing, open } of engines) {
  const absent = missing();
  if (process.env.CI) assert.deepEqual(absent, [], `${name} is tested in CI`);
  const skip = absent.length > 0 && `SKIPPED: ${name} needs ${absent.join(", ")}`;
  if (skip) console.error(`\n*** ${skip} ***\n`);

  describe(name, { skip }, () => {
    let server, client, freelancer;
    after(async () => {
      for (const tab of [client, freelancer]) await tab?.driver.quit().catch(() => {});
      await stopAll();
      await server?.stop();
    });

    test("a client hires a freelancer, who is paid", async () => {
      server = await startServer();
      [client, freelancer] = [new Tab(await open(), server.base), new Tab(await open(), server.base)];
      await mainJob(server, client, freelancer);
    });

    test("a freelancer changes what others see, how it looks, and their password", async () => {
      await settings(freelancer);
    });
  });
}
