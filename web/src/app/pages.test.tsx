import { screen } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { beforeEach, expect, test } from 'vitest'
import { paths } from '@/config/paths'
import { person, renderAs } from '@/testing/render'
import { mockServer } from '@/testing/server'
import { App } from './app'

const server = mockServer()
beforeEach(() =>
  server.use(http.all('*/v1/*', () => HttpResponse.json({ code: 'not_found' }, { status: 404 }))),
)

/** The heading of each page, when there is nothing to show on it. A new page must say its own here. */
const headings: Record<keyof typeof paths, string | RegExp> = {
  home: /./,
  login: 'Log in',
  register: 'Create your account',
  verifyEmail: 'Check your mail',
  forgotPassword: 'Forgot your password?',
  profile: 'Profile',
  freelancers: 'Find talent',
  savedTalent: 'Saved freelancers',
  editProfile: 'Profile',
  editPortfolio: 'Profile',
  settings: 'Account',
  security: 'Security',
  notificationSettings: 'Notifications',
  notifications: 'Notifications',
  dashboard: 'Hello, Clara',
  tasks: 'Find work',
  newTask: 'Post a task',
  myTasks: 'My tasks',
  task: 'Task',
  editTask: 'Edit the task',
  newBid: 'Bid',
  compareBids: 'Bids',
  myBids: 'My bids',
  contracts: 'Contracts',
  contract: 'Contract',
  ledger: 'What happened to the money',
  disputes: 'Disputes',
  dispute: 'Disputes',
  openDisputes: 'Disputes to decide',
  messages: 'Messages',
  room: 'Messages',
  payments: 'Payments',
  invoice: 'Invoice',
  onboarding: 'Payouts',
  fees: 'Fees',
  help: 'Help',
  terms: 'Terms of use',
  privacy: 'Privacy',
  accessibility: 'Accessibility',
}

/** Pages that lead on to the dashboard when somebody is signed in. */
const forStrangers = ['home', 'login', 'register', 'verifyEmail']

test.each(Object.entries(paths))('%s leads to its page', async (name, path) => {
  const at = (path as (id: string) => string)('tsk_1')
  const as = forStrangers.includes(name) ? undefined : person('Clara', 'client', 'freelancer')
  renderAs(<App />, { as, at: at.split('?')[0] })
  const heading = await screen.findByRole('heading', { level: 1 }, { timeout: 10_000 })
  expect(heading).toHaveAccessibleName(headings[name as keyof typeof paths])
})
