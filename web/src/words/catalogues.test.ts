import { expect, test } from 'vitest'

/** Every catalogue as it is written. */
const catalogues = Object.entries(
  import.meta.glob<string>(['../**/words.ts', '../**/*-words.ts', './*.ts', '!./*.test.ts'], {
    query: '?raw',
    import: 'default',
    eager: true,
  }),
)

/** Without what nobody reads. */
const bare = (source: string) =>
  source.replace(/^import [^;]*? from '.*'$/gm, '').replace(/\/\*[^]*?\*\/|^\s*\/\/.*$/gm, '')

/** What docs/voice.md rules out, and a machine can see. */
const never: [string, RegExp][] = [
  ['straight quotation marks and apostrophes', /"|\w'\w|\\'/],
  ['three dots for an ellipsis', /\w ?\.\.\.['`]/],
  ['exclamation marks', /\w!['` ]/],
  ['“sign in” for “log in”', /\bsign(?:ed|ing)?[ -](?:in|out)\b/i],
  ['“successfully”', /successfully/i],
  ['“please note”, “in order to”', /please note|in order to/i],
  ['nouns with “(s)”', /\w\(s\)/],
  ['errors that blame', /\binvalid\b/i],
  ['markup', /<\/?[a-z]+[ >/]/],
]

test('there is one for each area', () => {
  expect(catalogues.length).toBeGreaterThan(30)
})

test.each(never)('no catalogue has %s', (_what, pattern) => {
  const found = catalogues.flatMap(([file, source]) =>
    bare(source)
      .split('\n')
      .filter((line) => pattern.test(line))
      .map((line) => `${file}: ${line.trim()}`),
  )
  expect(found).toEqual([])
})
