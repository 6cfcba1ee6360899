/** Texts that more than one area needs, word for word the same: what a thing is called is decided here, once. */

export const product = 'ProConnect'

// Where to go
export const findWork = 'Find work'
export const findTalent = 'Find talent'
export const postTask = 'Post a task'
export const openContract = 'Open the contract'
export const openDispute = 'Open the dispute'
export const setUpPayouts = 'Set up payouts'
export const logIn = 'Log in'

// What to do
export const cancel = 'Cancel'
export const search = 'Search'
export const tryAgain = 'Try again'
export const clearSearch = 'Clear the search'

// Fields and facts
export const title = 'Title'
export const files = 'Files'
export const currency = 'Currency'
export const skills = 'Skills'
export const location = 'Location'
export const memberSince = 'Member since'
export const milestones = 'Milestones'
export const ledger = 'What happened to the money'
export const disputes = 'Disputes'
export const addTagsHelp = 'Press Enter or a comma after each.'
export const chooseDate = 'Choose a date.'
export const optional = '(optional)'

// What could not be loaded
export const taskNotLoaded = 'Could not load the task'
export const oneMoment = 'One moment'

// The two sides
export const viewAs = 'View as'
export const client = 'Client'
export const freelancer = 'Freelancer'
