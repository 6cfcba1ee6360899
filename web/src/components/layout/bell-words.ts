import { plural } from '@/lib/plural'

const MOST_COUNTED = 99

export const bell = (unread: number) =>
  unread > MOST_COUNTED
    ? `Notifications, more than ${MOST_COUNTED} unread`
    : plural(unread, { one: 'Notifications, 1 unread', other: `Notifications, ${unread} unread` })
export const noneUnread = 'Notifications'
