import type { Plugin, Rolldown } from 'vite'
import { firstNeeds, ownFrame, pageFile } from './routes.ts'

type Chunk = Rolldown.OutputChunk

/** Everything that a chunk imports statically, itself first. */
function withImports(chunk: Chunk, all: Map<string, Chunk>, seen = new Set<string>()): Set<string> {
  if (seen.has(chunk.fileName)) return seen
  seen.add(chunk.fileName)
  for (const name of chunk.imports) {
    const next = all.get(name)
    if (next) withImports(next, all, seen)
  }
  return seen
}

type PageNeeds = [path: string, code: number[], asks?: string | 0, owns?: string[]]

/**
 * The script itself. Its own file: the content security policy allows none in the page. What it leaves for somebody who is signed in is
 * taken by src/api/first-answers.ts; the lock is that of src/api/refresh.ts.
 */
function script(files: string[], pages: PageNeeds[], frame: number[]): string {
  return `(function (files, pages, frame) {
  var signedIn = false
  try {
    signedIn = !!localStorage.getItem('proconnect.session')
  } catch {}
  function add(rel, href, as) {
    var link = document.createElement('link')
    link.rel = rel
    link.href = href
    if (as) link.as = as
    link.crossOrigin = 'anonymous'
    document.head.appendChild(link)
  }
  function json(path, options) {
    return fetch(path, options).then(function (answer) { return answer.ok ? answer.json() : undefined }, function () {})
  }
  function first(paths) {
    function refresh() {
      return json('/v1/auth/refresh', { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' })
    }
    var session = navigator.locks ? navigator.locks.request('proconnect.refresh', refresh) : refresh()
    var answers = {}
    paths.forEach(function (path) {
      answers[path] = session.then(function (tokens) {
        return tokens && json(path, { headers: { authorization: 'Bearer ' + tokens.accessToken } })
      })
    })
    window.proconnectFirst = { session: session, answers: answers }
  }
  var code = signedIn ? frame : []
  pages.some(function (page) {
    var found = new RegExp(page[0]).exec(location.pathname)
    if (!found) return false
    function here(path) { return path.replace('$1', found[1]) }
    code = code.concat(page[1])
    if (page[2] && !signedIn && !location.search) add('preload', here(page[2]), 'fetch')
    if (page[3] && signedIn && !location.search && !('proconnectFirst' in window)) first(page[3].map(here))
    return true
  })
  code.filter(function (file, place) { return code.indexOf(file) === place }).forEach(function (file) {
    add('modulepreload', '/' + files[file])
  })
})(${JSON.stringify(files)}, ${JSON.stringify(pages)}, ${JSON.stringify(frame)})
`
}

/** Writes `preload.js`, which asks for a page's code and first answer while the entry is on its way. */
export function preloadPlugin(): Plugin {
  return {
    name: 'proconnect-preload',
    apply: 'build',
    transformIndexHtml(_html, { bundle = {} }) {
      const fonts = Object.keys(bundle).filter((file) => file.endsWith('.woff2'))
      return [
        ...fonts.map((file) => ({
          tag: 'link',
          attrs: { rel: 'preload', href: `/${file}`, as: 'font', type: 'font/woff2', crossorigin: true },
          injectTo: 'head-prepend' as const,
        })),
        { tag: 'script', attrs: { src: '/preload.js', async: true }, injectTo: 'head' as const },
      ]
    },
    generateBundle(_options, bundle) {
      const chunks = Object.values(bundle).filter((part): part is Chunk => part.type === 'chunk')
      const all = new Map(chunks.map((chunk) => [chunk.fileName, chunk]))
      const entry = chunks.find(({ isEntry }) => isEntry)
      if (!entry) return this.error('The build has no entry.')
      const early = withImports(entry, all)
      const files: string[] = []
      const placeOf = (file: string) => (files.includes(file) ? files.indexOf(file) : files.push(file) - 1)
      const needs = (sources: string[]) => {
        const found = new Set<string>()
        for (const source of sources) {
          const chunk = chunks.find(({ moduleIds }) => moduleIds.some((id) => id.endsWith(`/${source}`)))
          if (!chunk) return this.error(`${source} is not in the build: build/routes.ts names it.`)
          for (const file of withImports(chunk, all)) if (!early.has(file)) found.add(file)
        }
        return [...found].map(placeOf)
      }
      const frame = needs(ownFrame)
      const pages = firstNeeds.map(({ path, page, through = [], asks, owns }): PageNeeds => {
        const code = needs([...through, pageFile(page)])
        return owns ? [path, code, asks ?? 0, owns] : asks ? [path, code, asks] : [path, code]
      })
      this.emitFile({ type: 'asset', fileName: 'preload.js', source: script(files, pages, frame) })
    },
  }
}
