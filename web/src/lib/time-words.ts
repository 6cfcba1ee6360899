/** Two units of one span: `3 days 4 hours`. */
export const both = (larger: string, smaller: string) => `${larger} ${smaller}`
export const lessThanMinute = 'less than a minute'
export const left = (span: string) => `${span} left`
export const late = (span: string) => `${span} late`
export const timeIsUp = 'Time is up'
export const justNow = 'just now'
export const on = (date: string) => `on ${date}`
