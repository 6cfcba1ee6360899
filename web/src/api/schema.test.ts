// @vitest-environment node
import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { files, types, writtenTo } from '../../scripts/contract.mjs'

test.each(files)('%s.ts is what the contract says; `npm run api` writes it', async (name) => {
  expect(await readFile(writtenTo(name), 'utf8')).toBe(await types(name))
})
