// HTTP/2 over TLS before the local server, which speaks HTTP/1.1 as the edge's origin does: a browser that may ask for six files at
// a time only is not what a visitor of the edge has (infra/edge.yaml, `HttpVersion`).
import { execFileSync } from "node:child_process";
import { readFile } from "node:fs/promises";
import http from "node:http";
import http2 from "node:http2";
import { join } from "node:path";

/** A certificate for this run alone. Lighthouse's browser does not ask who has signed it. */
async function certificate(folder) {
  const [key, cert] = [join(folder, "key.pem"), join(folder, "cert.pem")];
  const curve = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"];
  const names = ["-days", "1", "-subj", "/CN=localhost"];
  execFileSync("openssl", ["req", "-x509", ...curve, ...names, "-keyout", key, "-out", cert], { stdio: "pipe" });
  return { key: await readFile(key), cert: await readFile(cert) };
}

/** Only what HTTP/2 has no place for stays behind. */
const passed = (headers) =>
  Object.fromEntries(
    Object.entries(headers).filter(([name]) => !name.startsWith(":") && !["connection", "keep-alive", "transfer-encoding"].includes(name)),
  );

/** Listens on a free port; `base` is the address of the server behind it. */
export async function startEdge(base, folder) {
  const agent = new http.Agent({ keepAlive: true });
  const ask = (request) => {
    const host = request.headers[":authority"] ?? request.headers.host;
    return http.request(base + request.url, { agent, method: request.method, headers: { ...passed(request.headers), host } });
  };
  const server = http2.createSecureServer({ ...(await certificate(folder)), allowHTTP1: true }, (request, response) => {
    const onward = ask(request);
    onward.on("response", (answer) => {
      response.writeHead(answer.statusCode, passed(answer.headers));
      answer.pipe(response);
    });
    onward.on("error", () => response.destroy());
    request.pipe(onward);
  });
  // Live connections come over HTTP/1.1, from browsers too.
  server.on("upgrade", (request, socket) => {
    const onward = http.request(base + request.url, { headers: request.headers });
    onward.on("upgrade", (answer, other) => {
      const lines = Object.entries(answer.headers).map(([name, value]) => `${name}: ${value}\r\n`);
      socket.write(`HTTP/1.1 101 Switching Protocols\r\n${lines.join("")}\r\n`);
      for (const end of [socket, other]) end.on("error", () => {});
      other.pipe(socket).pipe(other);
    });
    onward.on("error", () => socket.destroy());
    onward.end();
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    base: `https://localhost:${server.address().port}`,
    stop() {
      agent.destroy();
      server.close();
    },
  };
}
