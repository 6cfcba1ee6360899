// Debian's clamd with a definition of our own: EICAR's test string, and nothing else.
import { spawn } from "node:child_process";
import { access, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

/** Every scanner takes it for a virus. In two halves, so that none takes this file for one. */
export const testString = "X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + "EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*";

export async function startClamd() {
  const folder = await mkdtemp(join(tmpdir(), "proconnect-clamd-"));
  const address = join(folder, "clamd.sock");
  const hex = Buffer.from(testString).toString("hex");
  await writeFile(join(folder, "eicar.ndb"), `Eicar-Test-Signature:0:*:${hex}\n`);
  const settings = ["Foreground yes", `DatabaseDirectory ${folder}`, `LocalSocket ${address}`];
  settings.push("StreamMaxLength 64M", "MaxScanSize 64M", "MaxFileSize 64M");
  await writeFile(join(folder, "clamd.conf"), `${settings.join("\n")}\n`);
  const child = spawn("/usr/sbin/clamd", [`--config-file=${join(folder, "clamd.conf")}`], { stdio: "ignore" });
  const failed = new Promise((_, reject) => {
    child.once("error", reject);
    child.once("exit", (code) => reject(new Error(`clamd ended with ${code}`)));
  });
  const listens = async () => {
    for (let tries = 0; tries < 600; tries += 1) {
      if (await access(address).then(() => true, () => false)) return;
      await sleep(50);
    }
    throw new Error("clamd did not start");
  };
  await Promise.race([failed, listens()]);
  failed.catch(() => undefined);
  return {
    address,
    async stop() {
      child.removeAllListeners("exit");
      child.kill("SIGKILL");
      await rm(folder, { recursive: true, force: true });
    },
  };
}
