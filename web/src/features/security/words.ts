import type { ReactNode } from 'react'
import type { ActivityKind } from '@/api/types'
import { rich } from '@/lib/rich'

// The page
export const security = 'Security'
export const twoStep = 'Two-step log-in'
export const whereLoggedIn = 'Where you are logged in'
export const whatHappened = 'What happened to your account'

export const password = 'Password'

// Changing the password
export const changePassword = 'Change the password'
export const passwordChanged = 'Your password was changed. All other sessions were ended.'
export const currentPassword = 'Current password'
export const currentPasswordMissing = 'Enter your current password.'
export const newPassword = 'New password'
export const newPasswordHelp = 'At least 10 characters. All other sessions are ended.'

// Two-step log-in
export const twoStepText = 'Logging in asks for a code from an app on your phone as well as your password.'
export const on = 'On'
export const off = 'Off'
export const turnOn = 'Turn it on'
export const turnOff = 'Turn it off'

// Sessions
export const loadingSessions = 'Loading your sessions'
export const sessionsNotLoaded = 'Could not load your sessions'
export const thisOne = 'This one'
export const session = (address: string, used: string, since: string) =>
  `${address} · used ${used} · since ${since}`
export const logOut = (browser: ReactNode) => rich`Log out ${browser}`
export const loggedOut = (browser: string) => `${browser} is logged out.`
export const stillLoggedIn = (browser: string, why: string) => `${browser} is still logged in. ${why}`
export const browserOn = (browser: string, system: string) => `${browser} on ${system}`
export const unknownBrowser = 'Unknown browser'

// What happened
export const loadingActivity = 'Loading what happened'
export const activityNotLoaded = 'Could not load what happened'
export const noActivity = 'Nothing yet'
export const noActivityNext = 'Log-ins and changes of your account show here.'
export const activities: Record<ActivityKind, string> = {
  registered: 'Account made',
  signed_in: 'Logged in',
  password_changed: 'Password changed',
  password_reset: 'Password set through a mailed link',
  totp_enabled: 'Two-step log-in turned on',
  totp_disabled: 'Two-step log-in turned off',
  recovery_code_used: 'Logged in with a recovery code',
  second_factor_refused: 'Log-in refused: wrong code of the second step',
  session_revoked: 'Session ended',
  session_reuse: 'Session ended: its token was used twice',
  role_added: 'Role added',
  profile_updated: 'Profile changed',
  data_exported: 'Data downloaded',
  mail_bounced: 'Mail to you came back, so none is sent any more',
  mail_complained: 'A mail was marked as spam, so few are sent any more',
  mail_resumed: 'Mail is sent again',
}

// Mail that is not sent any more
export const mailBounces = {
  title: 'Our mail to you comes back',
  text: (address: ReactNode) =>
    rich`The mailbox ${address} doesn’t take mail, so we send it nothing more. Whatever happens with your tasks, bids and contracts still shows here: look in now and then.`,
}
export const mailIsSpam = {
  title: 'We send you hardly any mail',
  text: (address: ReactNode) =>
    rich`One of our mails to ${address} was marked as spam. We send only what you ask for, such as a link to set a new password. Whatever happens with your tasks, bids and contracts still shows here: look in now and then.`,
}

// Closing the account
export const closeAccount = 'Close the account'
export const closeText =
  'Your profile is removed, your open tasks are cancelled and your open bids are withdrawn. Invoices and payments stay, as the law asks. There is no way back.'
export const closeTitle = 'Close your account for good?'
export const closeForGood = 'Close it for good'
