import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { brotliCompressSync, constants } from 'node:zlib'
import type { Plugin } from 'vite'

const texts = /\.(css|html|js|json|svg|txt)$/
/** Less fits into one packet as it is. */
const LEAST = 1000

/** Writes what brotli makes of each text beside it, for the local server; the edge compresses by itself. */
export function brotliPlugin(): Plugin {
  return {
    name: 'proconnect-brotli',
    apply: (config, { command }) => command === 'build' && !config.build?.ssr,
    writeBundle: {
      order: 'post',
      sequential: true,
      async handler({ dir = 'dist' }) {
        for (const name of await readdir(dir, { recursive: true })) {
          if (!texts.test(name) || name.startsWith('.')) continue
          const content = await readFile(join(dir, name))
          if (content.length < LEAST) continue
          const params = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY }
          await writeFile(join(dir, `${name}.br`), brotliCompressSync(content, { params }))
        }
      },
    },
  }
}
