// The frame
export const skip = 'Skip to content'
export const main = 'Main'
export const loadingPage = 'Loading the page'
export const reconnecting = 'Reconnecting… What you see may be slightly out of date.'
export const offline =
  'You are offline. What you see may be out of date; what you type is kept on this device.'

/** The tab's title, while something is new. */
export const countBefore = (count: string, title: string) => `(${count}) ${title}`

// Where somebody can go
export const dashboard = 'Dashboard'
export const myTasks = 'My tasks'
export const myBids = 'My bids'
export const contracts = 'Contracts'
export const messages = 'Messages'
export const newOnes = (count: string) => `${count} new`
export const payments = 'Payments'
export const signUp = 'Sign up'

// Search
export const searchEverywhere = 'From everywhere'
export const searchFor = 'Search for'
export const tasks = 'Tasks'
export const freelancers = 'Freelancers'
export const findTasks = 'Find tasks by word or skill'
export const findFreelancers = 'Find freelancers by word'

// The account
export const account = 'Account'
export const profile = 'Profile'
export const security = 'Security'
export const notifications = 'Notifications'
export const settings = 'Settings'
export const myProfile = 'My profile'
export const savedFreelancers = 'Saved freelancers'
export const logOut = 'Log out'
export const theme = 'Theme'
export const light = 'Light'
export const dark = 'Dark'
export const asSystem = 'As the system'
export const system = 'System'

// The footer
export const aboutProduct = 'About ProConnect'
export const fees = 'Fees'
export const help = 'Help'
export const terms = 'Terms'
export const privacy = 'Privacy'
export const accessibility = 'Accessibility'
