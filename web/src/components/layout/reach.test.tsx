import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { paths } from '@/config/paths'
import { person, renderAs } from '@/testing/render'
import AccountMenu from './account-menu'
import { accountMenu, clicks, footer } from './reach'
import { SiteFooter } from './site-footer'

/** Pages for visitors, who have no dashboard. */
const forVisitors = ['home', 'login', 'register', 'verifyEmail', 'forgotPassword']
/** Pages of the other side. */
const forOne = { client: ['newBid', 'myBids'], freelancer: ['newTask', 'myTasks', 'compareBids'] }

test.each(['client', 'freelancer'] as const)('a %s reaches everything with three clicks at most', (view) => {
  const counted = clicks(view)
  const others = [...forVisitors, ...forOne[view]]
  for (const name of Object.keys(paths) as (keyof typeof paths)[]) {
    if (others.includes(name)) continue
    expect.soft(counted.get(name) ?? Infinity, name).toBeLessThanOrEqual(3)
  }
})

test('the footer and the menu lead where the count says', async () => {
  const own = person('Clara', 'client')
  const { unmount } = renderAs(<SiteFooter />, { as: own })
  const links = screen.getAllByRole('link').map((link) => link.getAttribute('href'))
  expect(links).toEqual(footer.map((name) => (paths[name] as () => string)()))
  unmount()
  const { user } = renderAs(<AccountMenu />, { as: own })
  const items = await screen.findAllByRole('menuitem')
  // The last logs out.
  expect(items).toHaveLength(accountMenu.length + 1)
  await user.click(items[0] as HTMLElement)
  expect(screen.queryByRole('menu')).toBeNull()
})
