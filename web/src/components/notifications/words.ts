import type { ReactNode } from 'react'
import { plural } from '@/lib/plural'
import { rich } from '@/lib/rich'

export const notifications = 'Notifications'

// What they are about
export const security = 'Account security'
export const money = 'Money'
export const bidDecisions = 'Decisions on your bids'
export const bids = 'New bids and shortlists'
export const tasks = 'Your tasks'
export const work = 'Work under contracts'
export const files = 'Your files'
export const messages = 'Messages'
export const reminders = 'Deadlines'

// The list
export const loadingNotifications = 'Loading notifications'
export const notificationsNotLoaded = 'Could not load the notifications'
export const noNotifications = 'No notifications yet'
export const noNotificationsNext =
  'What happens to your tasks, bids, contracts and money will be here, the newest first.'
export const noUnread = 'Nothing unread'
export const noUnreadNext = 'You have read everything. “All” shows it again.'
export const noneOfKind = 'Nothing of this kind'
export const noneOfKindNext = 'Choose “Everything” to see the others.'
export const unreadOne = 'Unread:'
export const times = (count: number) => plural(count, { one: 'once', other: `${count} times` })
export const earlier = (count: number) =>
  plural(count, { one: '1 earlier about this', other: `${count} earlier about this` })
export const earlierUnread = (count: number, unread: number) =>
  plural(count, {
    one: `1 earlier about this, unread`,
    other: `${count} earlier about this, ${unread} unread`,
  })

// Reading
export const markRead = (text: ReactNode) => rich`Mark as read: ${text}`
export const markAllRead = 'Mark all as read'
export const markTheseRead = 'Mark these as read'
export const allRead = 'All notifications are marked as read.'
export const theseRead = 'These notifications are marked as read.'
export const notMarked = (why: string) => `That is still unread. ${why}`
export const isRead = 'Marked as read.'

// What is shown
export const show = 'Show'
export const all = 'All'
export const unread = 'Unread'
export const about = 'About'
export const everything = 'Everything'
export const seeAll = 'See all notifications'
export const settings = 'Notification settings'

// What came just now
export const cameNow = (text: string) => `New notification: ${text}`
export const cameMany = (count: number) =>
  plural(count, { one: '1 new notification', other: `${count} new notifications` })
export const several = (count: number, text: string) => `${count} new. ${text}`
