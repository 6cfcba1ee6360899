import type { ReactNode } from 'react'
import { rich } from '@/lib/rich'

// The steps
export const isItYou = 'Is it you?'
export const scan = 'Scan this with your app'
export const saveCodes = 'Save these recovery codes'
export const turnOffTitle = 'Turn two-step log-in off'
export const goOn = 'Go on'
export const turnOn = 'Turn it on'
export const turnOff = 'Turn it off'
export const isOn = 'Two-step log-in is on.'
export const isOff = 'Two-step log-in is off.'

// Fields
export const qrCode = 'QR code for your authenticator app'
export const typeKey = (key: ReactNode) => rich`Or type this key: ${key}`
export const code = 'Code'
export const codeHelp = 'Six digits that the app shows now.'
export const codeMissing = 'Enter the code that the app shows.'
export const anyCodeHelp = 'From your app, or a recovery code.'
export const anyCodeMissing = 'Enter a code.'

// Recovery codes
export const onlyNow = 'They are shown only now'
export const onlyNowText =
  'Each lets you in once if you lose your phone. Print them, or keep them in a password manager.'
export const recoveryCodes = 'Recovery codes'
export const copy = 'Copy'
export const copied = 'Copied. Paste them where you keep your passwords.'
export const notCopied = 'Your browser won’t let us copy them. Select them, or download the file.'
export const download = 'Download'
export const saveFirst = 'Save the codes first'
export const saveFirstText = 'This stays open until you have: without them, a lost phone locks you out.'
export const haveSaved = 'I have saved them'
export const fileHead = (address: string, date: string) =>
  `ProConnect recovery codes of ${address}, made on ${date}.`
export const fileText = 'Each works once, in place of a code from your app.'
