// The browsers beside Chromium, as WebDriver (W3C) drives them: Gecko and WebKit.
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Builder, Capabilities } from "selenium-webdriver";
import { isThere, startDriver, startScreen } from "./programs.mjs";

const geckodriver = process.env.GECKODRIVER ?? "geckodriver";
const firefox = process.env.FIREFOX ?? "/usr/bin/firefox-esr";
const miniBrowsers = ["x86_64", "aarch64"].flatMap((machine) =>
  ["4.1", "4.0"].map((version) => `/usr/lib/${machine}-linux-gnu/webkit2gtk-${version}/MiniBrowser`),
);
const miniBrowser = process.env.MINIBROWSER ?? miniBrowsers.find((path) => existsSync(path));

const session = (address, capabilities) =>
  new Builder().disableEnvironmentOverrides().usingServer(address).withCapabilities(new Capabilities(capabilities)).build();

/** A home folder of its own, with a place for what is downloaded; both go with this program. */
function ownHome() {
  const home = mkdtempSync(join(tmpdir(), "proconnect-browser-"));
  process.once("exit", () => rmSync(home, { recursive: true, force: true }));
  const downloads = join(home, "Downloads");
  mkdirSync(downloads);
  return { home, downloads };
}

/**
 * Its name, what is missing of it here, and how a window of its own is opened: a session that shares nothing with another, and the
 * folder of its downloads.
 */
export const engines = [
  {
    name: "Firefox",
    missing: () => [geckodriver, firefox].filter((program) => !isThere(program)),
    async open() {
      // Firefox keeps its caches under the home folder unless it is told otherwise.
      const { home, downloads } = ownHome();
      const args = (port) => ["--host", "127.0.0.1", "--port", String(port), "--websocket-port", "0", "--log", "fatal"];
      const address = await startDriver(geckodriver, args, { HOME: home, MOZ_HEADLESS: "1" });
      const prefs = {
        "network.captive-portal-service.enabled": false,
        "network.connectivity-service.enabled": false,
        "app.normandy.enabled": false,
        "ui.prefersReducedMotion": 1,
        "intl.accept_languages": "en-US",
        "browser.download.folderList": 2,
        "browser.download.dir": downloads,
        "browser.download.always_ask_before_handling_new_types": false,
      };
      const options = { binary: firefox, args: ["-headless"], prefs };
      return { driver: await session(address, { browserName: "firefox", "moz:firefoxOptions": options }), downloads };
    },
  },
  {
    name: "WebKit",
    missing: () => ["WebKitWebDriver", "Xvfb"].filter((program) => !isThere(program)).concat(miniBrowser ? [] : ["MiniBrowser"]),
    async open() {
      const screen = await startScreen();
      const { home, downloads } = ownHome();
      // It saves to where the desktop's settings say.
      const settings = join(home, "settings");
      mkdirSync(settings);
      writeFileSync(join(settings, "user-dirs.dirs"), `XDG_DOWNLOAD_DIR="${downloads}"\n`);
      const env = { HOME: home, XDG_CONFIG_HOME: settings, WEBKIT_DISABLE_COMPOSITING_MODE: "1", LANG: "en_US.UTF-8" };
      const args = (port) => [`--host=127.0.0.1`, `--port=${port}`];
      const address = await startDriver("WebKitWebDriver", args, { ...screen, ...env });
      const options = { binary: miniBrowser, args: ["--automation"] };
      return { driver: await session(address, { browserName: "MiniBrowser", "webkitgtk:browserOptions": options }), downloads };
    },
  },
];
