// Browsers' drivers as programs: started on free ports of this machine, stopped by their own process ids.
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import { freePort } from "../lib/server.mjs";

/** Whether a program can be started. */
export const isThere = (program) => spawnSync(program, ["--version"], { stdio: "ignore" }).error === undefined;

const running = [];

function start(program, args, env, stdio = ["ignore", "ignore", "ignore"]) {
  const child = spawn(program, args, { env: { ...process.env, ...env }, stdio });
  running.push(child);
  return child;
}

/** A driver that answers at the address it returns. Each takes one session. */
export async function startDriver(program, args, env) {
  const port = await freePort();
  start(program, args(port), env);
  const address = `http://127.0.0.1:${port}`;
  for (let turn = 0; turn < 200; turn += 1) {
    const answer = await fetch(`${address}/status`).catch(() => null);
    if (answer?.ok) return address;
    await sleep(50);
  }
  throw new Error(`${program} does not answer`);
}

/** A screen for browsers that need one; what to tell them of it. */
export async function startScreen() {
  const screen = start("Xvfb", ["-displayfd", "1", "-screen", "0", "1440x1000x24", "-nolisten", "tcp"], {}, ["ignore", "pipe", "ignore"]);
  const [number] = await once(createInterface(screen.stdout), "line");
  return { DISPLAY: `:${number}` };
}

/** Stops what was started, the newest first. */
export async function stopAll() {
  for (const child of running.splice(0).reverse()) {
    if (child.exitCode !== null) continue;
    const gone = once(child, "exit");
    child.kill("SIGTERM");
    const forced = setTimeout(() => child.kill("SIGKILL"), 5_000);
    await gone;
    clearTimeout(forced);
  }
}
