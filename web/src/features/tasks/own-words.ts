import type { ReactNode } from 'react'
import { isolated } from '@/lib/isolated'
import { plural } from '@/lib/plural'
import { rich } from '@/lib/rich'

/** What a client does with a task of their own. */

// The menu
export const manage = 'Manage'
export const edit = 'Edit the task'
export const extend = 'Put off the deadline'
export const takeBack = 'Cancel the task'

// Editing
export const editTitle = 'Edit the task'
export const editText = 'Freelancers see what has changed.'
export const editTextWithBids = (count: number) =>
  plural(count, {
    one: 'There is a bid. If your change matters to it, its freelancer is told, and may keep or withdraw it.',
    other: `There are ${count} bids. If your change matters to them, their freelancers are told, and may keep or withdraw them.`,
  })
export const save = 'Save the changes'
export const saved = (title: string) => `“${isolated(title)}” is changed.`
export const noChanges = 'Nothing has changed.'
export const backToTask = 'Back to the task'
export const notYours = 'Only its client edits a task.'
export const closed = 'This task takes no more bids, so it stays as it is.'
export const attached = 'Files of the task'
export const remove = 'Remove'
export const removeFile = (name: string) => `Remove ${isolated(name)}`
export const clashTitle = 'This task was changed in another window meanwhile'
export const clashText =
  'Nothing that you typed is lost. Choose for each field what it shall be, then save again.'
export const clashField = (field: string, theirs: ReactNode) =>
  rich`${field}: “${theirs}” in the other window`
export const clashRich = 'Description: another text in the other window'
export const clashEmpty = (field: string) => `${field}: nothing in the other window`
export const noClash =
  'What was changed there is filled in here, and nothing that you typed is lost. Look, then save again.'
export const takeTheirs = 'Take that'
export const keepMine = 'Keep what is here'
/** An action said for one field of several. */
export const forField = (action: string, field: string) => `${action}: ${field}`
export const fields = {
  title: 'Title',
  description: 'Description',
  category: 'Category',
  skills: 'Skills',
  type: 'Paid',
  min: 'Budget from',
  max: 'Budget to',
  currency: 'Currency',
  deadline: 'Decide by',
  location: 'Location',
}

// Putting off
export const extendTitle = 'Put off the deadline'
export const extendText = (moment: string) =>
  `You decide by ${moment} now. Everybody who has bid is told of the new date.`
export const extendTo = 'Decide by'
export const extendGo = 'Put it off'
export const extended = (moment: string) => `You decide by ${moment}.`

// Cancelling
export const cancelTitle = 'Cancel this task?'
export const cancelText = (count: number) =>
  count === 0
    ? 'Nobody finds it any more. There is no way back.'
    : plural(count, {
        one: 'The freelancer who has bid is told, with your reason. There is no way back.',
        other: `The ${count} freelancers who have bid are told, with your reason. There is no way back.`,
      })
export const reason = 'Why?'
export const reasonHelp = 'It stands on the task’s page, and those who have bid are told.'
export const reasonMissing = 'Say why, in a sentence.'
export const keepTask = 'Keep the task'
export const cancelGo = 'Cancel the task'
export const cancelled = (title: string) => `“${isolated(title)}” is cancelled.`
