import type { ReactNode } from 'react'
import type { Elsewhere } from '@/api/types'
import { isolated } from '@/lib/isolated'
import { language } from '@/lib/locale'
import { plural } from '@/lib/plural'
import { rich, type Wrap } from '@/lib/rich'

// History
export const log = 'Messages, the newest last'
export const today = 'Today'
export const yesterday = 'Yesterday'
export const newMessages = 'New messages'
export const earlier = 'Show earlier messages'
export const later = 'Show later messages'
export const loadingMore = 'Loading messages'
export const historyNotLoaded = 'These messages couldn’t be loaded.'
export const newBelow = (count: number) => plural(count, { one: '1 new', other: `${count} new` })
export const toEnd = 'To the newest'
export const you = 'You'
export const said = (name: ReactNode, time: ReactNode) => rich`${name} ${time}`

// How far a message has come
export const sending = 'Sending …'
export const waits = 'Waits for the connection'
export const sent = 'Sent'
export const delivered = 'Delivered'
export const seen = 'Seen'
export const edited = 'Edited'
export const deleted = 'This message was deleted.'
export const notSent = (why: string) => `Not sent. ${why}`
export const sendAgain = 'Send again'
export const discard = 'Remove'

// What leads away
const kinds: Record<Elsewhere, string> = {
  email_address: 'an e-mail address',
  phone_number: 'a phone number',
  messenger: 'another messenger',
  payment: 'another way to pay',
}
const list = new Intl.ListFormat(language, { type: 'conjunction' })
export const leadsAway = (found: Elsewhere[]) =>
  `This message mentions ${list.format(found.map((kind) => kinds[kind]))}. What is agreed and paid on ProConnect is held until you approve it; elsewhere nothing protects you.`

// What can be done with a message
export const actions = 'What to do with this message'
export const copyText = 'Copy the text'
export const notCopied = 'The browser didn’t let us copy it. Select the text and copy it yourself.'
export const copied = 'The text is copied.'
export const edit = 'Edit'
export const remove = 'Delete'
export const report = 'Report'
export const editLabel = 'Edit your message'
export const save = 'Save the change'
export const keepAsIs = 'Keep it as it was'
export const changedMeanwhile = 'It was changed meanwhile, maybe in another window. It now says:'
export const saveAnyway = 'Save mine instead'
export const deleteTitle = 'Delete this message?'
export const deleteText = (name: ReactNode) =>
  rich`It disappears for you and for ${name}. That there was a message stays, and a copy is kept in case it was reported.`
export const deleteIt = 'Delete the message'
export const keepIt = 'Keep the message'
export const reportTitle = 'Report this message'
export const reportText = 'Our moderators read what it says now. Whoever wrote it isn’t told who reported it.'
export const reason = 'What is wrong with it'
export const chooseReason = 'Choose a reason'
export const reasonMissing = 'Choose what is wrong with it.'
export const note = 'What we should know'
export const noteMissing = 'Say what is wrong with it.'
export const reportIt = 'Report the message'
export const reported = 'The message is reported. We look at it.'
export const reasons = [
  { value: 'spam', label: 'Nobody asked for it' },
  { value: 'harassment', label: 'It insults or threatens' },
  { value: 'fraud', label: 'It is a lie to get money' },
  { value: 'off_platform', label: 'It leads away from ProConnect' },
  { value: 'illegal', label: 'It is against the law' },
  { value: 'other', label: 'Another reason' },
] as const

// Writing
export const write = (name: string) => `Message to ${isolated(name)}`
export const placeholder = 'Write a message'
export const send = 'Send'
export const keysHelp = 'Enter sends, Shift and Enter begin a new line.'
export const attach = 'Attach files'
export const dropHere = 'Drop to attach'
export const tooLong = (count: number, most: number) =>
  `A message has at most ${most.toLocaleString(language)} characters, and this one ${count.toLocaleString(language)}. Shorten it, or attach it as a file.`
export const tooLarge = 'This is too much for one message. Send it in two, or attach it as a file.'

// Search
export const search = 'Search'
export const searchLabel = 'Words in this conversation'
export const searchHelp = 'Two letters at least. Each word may be the beginning of one.'
export const closeSearch = 'Close the search'
export const searching = 'Searching'
export const searchFailed = 'The search didn’t work'
export const noHits = (query: string) => `Nothing was said with “${isolated(query)}”.`
export const noHitsYet = 'Nothing so far. There is more to look through.'
export const hits = (count: number) =>
  plural(count, { one: '1 message found', other: `${count} messages found` })
export const goTo = (aside: Wrap, name: ReactNode, when: string) =>
  rich`${name} · ${when} ${aside('Go to this message')}`
export const moreHits = 'Show more'
export const searchAll = 'Search all conversations'
export const found = 'Messages'
