import type { ReactNode } from 'react'
import { isolated } from '@/lib/isolated'
import { plural } from '@/lib/plural'
import { rich } from '@/lib/rich'

// Rooms
export const messages = 'Messages'
export const roomTitle = (name: string) => `${isolated(name)} · Messages`
export const rooms = 'Conversations'
export const loadingRooms = 'Loading your conversations'
export const roomsNotLoaded = 'Could not load your conversations'
export const noRooms = 'No messages yet'
export const noRoomsNextClient =
  'Once freelancers bid on a task of yours, you can write to each of them from their bid.'
export const noRoomsNextFreelancer =
  'Open a task and ask its client what you want to know. You needn’t bid first.'
export const chooseRoom = 'Choose a conversation'
export const chooseRoomText = 'What was said in it is shown here.'
export const moreRooms = 'Show more conversations'
export const unreadCount = (count: number) =>
  plural(count, { one: '1 new message', other: `${count} new messages` })
export const youSaid = (text: ReactNode) => rich`You: ${text}`
export const nothingSaid = 'Nothing was said yet'
export const messageDeleted = 'Message deleted'
export const filesOnly = (count: number) => plural(count, { one: '1 file', other: `${count} files` })
export const back = 'All conversations'
export const loadingRoom = 'Loading the conversation'
export const roomNotLoaded = 'Could not load the conversation'
export const noMessages = 'Say hello'
export const noMessagesText = (name: ReactNode) =>
  rich`Only you and ${name} can read what is written here. Files and messages are kept with the task.`

// Who is there
export const online = 'Online'
export const away = 'Away'
export const lastSeen = (when: string) => `Last seen ${when}`
export const writing = (name: ReactNode) => rich`${name} is writing …`

// Beside a page
export const talkWith = (name: string) => `Conversation with ${isolated(name)}`
export const closePanel = 'Close the conversation'
export const openPage = 'Open in full'
export const askClient = 'Ask the client'
export const message = 'Message'
export const messagePerson = (name: ReactNode) => rich`Message ${name}`
export const notOpened = (why: string) => `The conversation couldn’t be opened. ${why}`

// The head of a room
export const searchHere = 'Search this conversation'
export const moreActions = 'More'
export const seeTask = 'See the task'
export const seeProfile = 'See the profile'

// Blocking
export const block = (name: string) => `Block ${isolated(name)}`
export const unblock = (name: string) => `Unblock ${isolated(name)}`
export const blockTitle = (name: ReactNode) => rich`Block ${name}?`
export const blockText =
  'Neither of you can write to the other, or see when the other is online or has read a message. They aren’t told. Contracts between you, and money, go on as agreed.'
export const keepTalking = 'Keep talking'
export const isBlocked = (name: string) => `${isolated(name)} is blocked.`
export const isUnblocked = (name: string) => `${isolated(name)} is no longer blocked.`
export const youBlocked = (name: ReactNode) => rich`You have blocked ${name}. Unblock them to write.`
export const theyLeft = (name: ReactNode) =>
  rich`${name} has left ProConnect, and nobody reads this any more.`
export const blockedPeople = 'Blocked people'
export const noBlocked = 'You have blocked nobody. You can do that from a conversation or a profile.'
export const loadingBlocked = 'Loading whom you have blocked'
export const blockedNotLoaded = 'Could not load whom you have blocked'
export const blockedSince = (date: string) => `Blocked on ${date}`
