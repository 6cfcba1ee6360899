// Dialogs and notes
export const close = 'Close'
export const dismiss = 'Dismiss'
export const undo = 'Undo'
export const done = 'Done.'
export const failed = 'Failed.'

// What could not be loaded
export const notFound = 'Not found'
export const notFoundText = 'This doesn’t exist, or it isn’t yours to see.'
export const tooMuch = 'That was a lot at once. This will load by itself in a moment.'
export const ourFault = 'The fault is on our side. Nothing of yours is lost.'
export const reference = (id: string) => `Reference: ${id}`
export const tryingAgainIn = (seconds: number) => `Trying again in ${seconds} s`
export const tryingAgain = 'Trying again …'
