/**
 * The addresses whose page is in the HTML, so that it is read before any script has run (ADR 73). The local server
 * (local/src/site.rs) and the edge (infra/edge.yaml) lead each to its file; a test compares the three.
 */
export const painted = [
  '/',
  '/login',
  '/register',
  '/tasks',
  '/freelancers',
  '/fees',
  '/help',
  '/terms',
  '/privacy',
  '/accessibility',
]

/** Stands for each task's own address. */
export const anyTask = '/tasks/any'

/** Without JavaScript their forms would send a password in the address; until they work, nothing in them does. */
export const inertUntilRun = ['/login', '/register']

export const paintedFile = (path: string) => `painted${path === '/' ? '/index' : path}.html`
