import type { Message, Room } from '@/api/types'
import { aPerson } from './entities'

/** What is said in tests. */

const minute = (count: number) => new Date(Date.UTC(2026, 10, 27, 9, count)).toISOString()

/** The message with this number, behind the one with the number before. */
export function aMessage(number: number, change: Partial<Message> = {}): Message {
  return {
    id: `msg_${String(number).padStart(4, '0')}`,
    roomId: 'rom_1',
    previousId: number > 1 ? `msg_${String(number - 1).padStart(4, '0')}` : null,
    senderId: 'usr_clara',
    clientId: `c${number}`,
    text: `Message ${number}`,
    files: [],
    warnings: [],
    sentAt: minute(number),
    version: 1,
    editedAt: null,
    deletedAt: null,
    isCut: false,
    ...change,
  }
}

/** A room of Clara and Fiona. */
export function aRoom(change: Partial<Room> = {}): Room {
  return {
    id: 'rom_1',
    taskId: 'tsk_1',
    taskTitle: 'Draw a logo',
    participants: [
      { person: aPerson('Clara'), role: 'client', seenUpTo: null, presence: null },
      { person: aPerson('Fiona'), role: 'freelancer', seenUpTo: null, presence: null },
    ],
    lastMessage: null,
    unreadCount: 0,
    createdAt: minute(0),
    ...change,
  }
}
