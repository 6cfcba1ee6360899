import react from '@vitejs/plugin-react'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build, type Plugin } from 'vite'
import { anyTask, inertUntilRun, painted, paintedFile } from './painted.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const place = '<div id="root"></div>'

type Paint = (path: string, own: boolean) => Promise<string>

/** The client, built once more to run here. */
async function painter(): Promise<{ paint: Paint; end: () => Promise<void> }> {
  const outDir = join(root, 'node_modules/.painter')
  await build({
    root,
    configFile: false,
    logLevel: 'warn',
    plugins: [react()],
    resolve: { alias: { '@': join(root, 'src') } },
    build: { ssr: 'src/painted.tsx', outDir, emptyOutDir: true, copyPublicDir: false },
  })
  // The browser has it; what waits to be seen is not seen yet.
  Object.assign(globalThis, { IntersectionObserver: Object })
  const { paint } = (await import(pathToFileURL(join(outDir, 'painted.js')).href)) as { paint: Paint }
  return { paint, end: () => rm(outDir, { recursive: true }) }
}

/** Everything here runs under the content security policy, and nothing may wait for a script. */
function check(path: string, html: string): void {
  const wrong = /<script|<template|\sstyle="|\son\w+="/.exec(html)
  if (wrong) throw new Error(`${path} cannot be painted: ${html.slice(wrong.index, wrong.index + 120)}`)
}

/** Puts a page into the frame that the build has written. */
export function framed(frame: string, path: string, html: string, own: boolean): string {
  if (!frame.includes(place)) throw new Error('index.html has no place for a page.')
  const inert = inertUntilRun.includes(path) ? ' inert' : ''
  // What is pressed in them is kept until they work (src/components/layout/part-works.ts).
  const waiting = own ? html : html.replaceAll(' data-part="true"', ' data-part="waits"')
  const title = path !== '/' && !own && /<h1[^>]*>([^<]+)</.exec(html)?.[1]
  return frame
    .replace(place, () => `<div id="root" data-painted="${own ? 'own' : 'visitor'}"${inert}>${waiting}</div>`)
    .replace(/<title>.*<\/title>/, (before) => (title ? `<title>${title} · ProConnect</title>` : before))
}

/** Writes the pages that are in the HTML, and into `index.html`, for all other addresses, the frame of who is signed in. */
export function paintPlugin(): Plugin {
  return {
    name: 'proconnect-paint',
    apply: (config, { command }) => command === 'build' && !config.build?.ssr,
    async writeBundle({ dir = join(root, 'dist') }) {
      const frame = await readFile(join(dir, 'index.html'), 'utf8')
      const { paint, end } = await painter()
      const write = async (path: string, file: string, own: boolean) => {
        const html = await paint(path, own)
        check(path, html)
        await mkdir(dirname(join(dir, file)), { recursive: true })
        await writeFile(join(dir, file), framed(frame, path, html, own))
      }
      for (const path of [...painted, anyTask]) await write(path, paintedFile(path), false)
      await write('/dashboard', 'index.html', true)
      await end()
    },
  }
}
