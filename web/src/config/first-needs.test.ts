// @vitest-environment node
import { access } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { firstNeeds, pageFile } from '../../build/routes'
import { paths } from './paths'

const needsOf = (path: string) => firstNeeds.filter((needs) => new RegExp(needs.path).test(path))

test.each(Object.entries(paths))('the code of %s is asked for at once', (_name, path) => {
  const address = (path as (id: string) => string)('tsk_1').replace(/[?#].*/, '')
  expect(needsOf(address).length).toBeGreaterThan(0)
})

test.each(firstNeeds)('$page is there', async ({ page }) => {
  await access(pageFile(page))
})
