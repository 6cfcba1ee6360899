// Weighs what a browser loads for each route: gzipped JavaScript of the entry, its static imports, and the route's
// own chunk with its imports. Prints each figure beside its budget; exits with 1 when one is missed.
import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'

const dist = new URL('../dist/', import.meta.url)
const manifest = JSON.parse(readFileSync(new URL('.vite/manifest.json', dist), 'utf8'))
const KB = 1024
const light = new Set(['landing', 'auth/log-in'])

const size = (file) => gzipSync(readFileSync(new URL(file, dist)), { level: 9 }).length

/** A chunk and everything that it imports statically. */
function withImports(key, seen = new Set()) {
  if (seen.has(key)) return seen
  seen.add(key)
  for (const other of manifest[key].imports ?? []) withImports(other, seen)
  return seen
}

const entry = Object.keys(manifest).find((key) => manifest[key].isEntry)
const routes = Object.keys(manifest).filter((key) => key.startsWith('src/app/routes/'))
if (!entry || routes.length === 0) throw new Error('The manifest names no entry or no route.')
let missed = 0
for (const route of routes.sort()) {
  const name = route.slice('src/app/routes/'.length).replace(/\.tsx$/, '')
  const chunks = withImports(route, withImports(entry))
  const files = new Set([...chunks].map((key) => manifest[key].file).filter((file) => file.endsWith('.js')))
  const total = [...files].reduce((sum, file) => sum + size(file), 0) / KB
  const budget = light.has(name) ? 105 : 175
  const met = total <= budget
  if (!met) missed += 1
  console.log(
    `${name.padEnd(26)} ${total.toFixed(1).padStart(6)} KB (budget ${budget} KB) ${met ? 'met' : 'MISSED'}`,
  )
}
const editor = 'src/components/form/rich-text-editor.tsx'
const inEditor = [...withImports(editor)].map((key) => manifest[key].file)
console.log(
  `${'lazy: the rich-text editor'.padEnd(26)} ${(size(manifest[editor].file) / KB).toFixed(1).padStart(6)} KB (in ${inEditor.length} files, after the form shows)`,
)
process.exit(missed > 0 ? 1 : 0)
