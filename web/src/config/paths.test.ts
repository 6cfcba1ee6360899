import { expect, test } from 'vitest'
import { paths, safeNext } from './paths'

test('every link of the application', () => {
  expect([
    paths.home(),
    paths.login('/bids'),
    paths.register({ role: 'client' }),
    paths.verifyEmail(null),
    paths.dashboard(),
    paths.tasks({ q: 'logo & text', category: '' }),
    paths.newTask(),
    paths.myTasks(),
    paths.task('tsk_1'),
    paths.newBid('tsk_1'),
    paths.compareBids('tsk_1'),
    paths.myBids(),
    paths.contracts(),
    paths.contract('ctr_1'),
    paths.ledger('ctr_1'),
    paths.payments(),
    paths.invoice('pay_1'),
    paths.onboarding(),
  ]).toMatchInlineSnapshot(`
    [
      "/",
      "/login?next=%2Fbids",
      "/register?role=client",
      "/verify-email",
      "/dashboard",
      "/tasks?q=logo+%26+text",
      "/tasks/new",
      "/tasks/mine",
      "/tasks/tsk_1",
      "/tasks/tsk_1/bid",
      "/tasks/tsk_1/bids",
      "/bids",
      "/contracts",
      "/contracts/ctr_1",
      "/contracts/ctr_1/money",
      "/payments",
      "/payments/pay_1/invoice",
      "/payments/onboarding",
    ]
  `)
})

test('signing in leads only to our own pages', () => {
  expect(safeNext('/contracts/ctr_1?funding=success')).toBe('/contracts/ctr_1?funding=success')
  for (const foreign of [null, '', 'https://evil.example', '//evil.example', '/\\evil.example']) {
    expect(safeNext(foreign)).toBe('/dashboard')
  }
})
