import type { ReactNode } from 'react'
import { isolated } from '@/lib/isolated'
import { rich, type Wrap } from '@/lib/rich'

// Choosing files
export const chooseFiles = 'Choose files'
export const choosePicture = 'Choose a picture'
export const chooseFile = 'Choose a file'
export const filesHelp = 'Or drop or paste them. Up to 10 files of 50 MB each, none of them empty.'
export const workHelp =
  'Or drop or paste it. A JPEG, PNG or WebP up to 10 MB, or any other file up to 50 MB: a PDF, slides, a film. Other files are shown as you send them, with whatever is written into them.'
export const pictureHelp = 'Or drop or paste it. JPEG, PNG or WebP, up to 10 MB.'
export const dropHere = 'Drop to attach.'
export const optionalLabel = (label: string, aside: Wrap) => rich`${label} ${aside('(optional)')}`
export const nameAndSize = (name: ReactNode, size: ReactNode) => rich`${name} ${size}`
export const currentPicture = 'As it is shown now'
export const currentFirstPage = 'The first page of the current file'
export const chosenPicture = 'As you have chosen it'
export const removePicture = 'Remove the picture'
export const removeShownFile = 'Remove the file'

// Why a file is not taken
export const inList = 'It is already in the list.'
export const notTaken = (name: string, why: string) => `“${isolated(name)}”: ${why}`
export const tooMany = (most: number) => `At most ${most} files can be attached.`
export const unreadable =
  'This file can’t be read: it may have been changed, moved or deleted. Try again, or remove it and choose it anew.'

// On its way
export const waiting = 'Waiting for its turn.'
export const preparing = 'Getting ready …'
export const checking = 'Checking for viruses …'
export const checkingLong =
  'The virus check is taking longer than usual. You can send the form once it is done.'
export const attached = 'Attached'
export const sentOf = (sent: string, size: string) => `${sent} of ${size}`
export const perSecond = (size: string) => `${size}/s`
export const secondsLeft = (seconds: number) => `${seconds} s left`
export const retry = (name: ReactNode) => rich`Retry ${name}`

// Only heard: there is no direction of writing to keep apart.
export const sending = (name: string) => `Sending ${name}`
export const cancelFile = (name: string) => `Cancel ${name}`
export const removeFile = (name: string) => `Remove ${name}`
export const heardSending = (name: string) => `${name}: sending.`
export const heardAttached = (name: string) => `${name}: attached.`
export const heardFailed = (name: string, why: string) => `${name}: ${why}`

// What went wrong
export const refused = 'The file was refused.'
export const connectionLost = 'The connection was lost. Nothing else is; send it again.'
export const resultUnknown = (why: string) => `It was sent, but what the check found is not known: ${why}`
export const gone = 'We no longer have this file. Send it again.'
export const goneFromDraft = (name: string) => `“${isolated(name)}” is no longer there. Attach it again.`
export const waitForFiles = 'Wait until every file has been sent and checked, or remove it.'
export const sendFailedAgain = 'Send the files that failed again, or remove them.'
