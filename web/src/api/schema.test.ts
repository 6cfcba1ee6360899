// @vitest-environment node
import { readFile } from 'node:fs/promises'
import openapiTS, { astToString } from 'openapi-typescript'
import { expect, test } from 'vitest'

test('the types are those of openapi.json; `npm run api` writes them', async () => {
  const contract = new URL('../../../openapi.json', import.meta.url)
  const written = await readFile(new URL('./generated/schema.ts', import.meta.url), 'utf8')
  const types = astToString(await openapiTS(contract, { defaultNonNullable: false }))
  expect(written.endsWith(types)).toBe(true)
})
