import type { ReactNode } from 'react'
import { rich } from '@/lib/rich'

export const notifications = 'Notifications'
export const intro =
  'Everything is in your notifications, whatever you choose here. Choose what you get by mail as well, and what this browser shows.'
export const loadingSettings = 'Loading your settings'
export const settingsNotLoaded = 'Could not load your settings'

// What is mailed
export const byKind = 'What you hear of'
export const mail = 'By mail'
export const alwaysMailed = 'Always by mail'
export const alwaysMailedText =
  'Security, money and decisions on your bids are always mailed: whoever misses one may lose money, a contract or the account.'
export const atOnce = 'At once'
export const inSummary = 'In the daily digest'
export const notMailed = 'Not by mail'
export const inBrowser = 'In the browser'

export const moneyHelp = 'What is held, paid or waits, and clocks at whose end money moves.'
export const bidDecisionsHelp = 'Whether your bid is accepted or declined, and why.'
export const bidsHelp = 'Somebody bids on your task, or puts your bid on their shortlist.'
export const tasksHelp = 'A task of yours closes.'
export const workHelp = 'Work is submitted, approved, or to be changed.'
export const filesHelp = 'A file of yours is refused.'
export const messagesHelp = 'Somebody writes to you while you are away.'
export const remindersHelp = 'A deadline of yours is three days or one day away.'
export const securityHelp = 'Your password, two-step log-in and devices.'

// The summary
export const summary = 'Daily digest'
export const summaryText =
  'One mail a day with what you chose for it above and have not read by then. No mail on a day without news.'
export const waitsForSummary =
  'What you chose for the digest is not mailed while it is off. It is in your notifications.'
export const off = 'Off'
export const everyDay = 'Every day'
export const hour = 'At'
export const timeZone = 'Time zone'
export const timeThere = (time: string) => `It is ${time} there now.`
export const useZone = (zone: string) => `Use the zone of this device: ${zone}`
export const summaryTurnedOn = 'The daily digest is on.'
export const summaryTurnedOff = 'The daily digest is off. What was in it is mailed at once.'

// This browser
export const thisBrowser = 'This browser'
export const thisBrowserText =
  'While ProConnect is open in a tab, your system shows what is new, even when you are looking at something else.'
export const browserUnsupported = 'This browser shows no notifications for pages.'
export const browserBlocked =
  'This browser blocks notifications of ProConnect. Allow them in its settings for this site, then load this page again.'
export const browserOn = 'They are on in this browser, until you log out.'
export const turnOn = 'Turn on in this browser'
export const turnOff = 'Turn off in this browser'
export const turnedOn = 'Notifications are on in this browser.'
export const turnedOnText = 'This is how they look.'
export const turnedOff = 'Notifications are off in this browser.'

// Saving
export const save = 'Save'
export const saved = 'Your notification settings are saved.'
export const changedElsewhere =
  'These settings were changed in another window. Save once more to keep what you see here.'

// The link at the end of a mail
export const unsubscribe = 'Mails from ProConnect'
export const loadingLink = 'Looking at your link'
export const linkNotLoaded = 'Could not look at your link'
export const isOn = (label: string, address: ReactNode) =>
  rich`${address} gets a mail from us for “${label}”.`
export const isOff = (label: string, address: ReactNode) =>
  rich`${address} gets no more mails for “${label}”.`
export const onlyThis =
  'Only these mails are meant. Those about money, decisions on your bids and the security of your account still come.'
export const stop = 'Stop these mails'
export const stopped = 'These mails are off'
export const restart = 'Turn them on again'
export const restarted = 'These mails are on again'
export const chooseAll = 'Choose all of your mails'
export const linkWrong = 'This link doesn’t work'
export const linkWrongText =
  'It isn’t whole, or it belongs to an account that is closed or has another address now. Log in to choose which mails you get.'
