// Fields
export const showPassword = 'Show password'
export const strength = 'Strength:'
export const pickDate = 'Choose a date'
export const formEmptied = 'The form is empty again.'
export const startAgain = 'Start again'

// The calendar
export const previousMonth = 'Previous month'
export const nextMonth = 'Next month'

// The rich-text editor
export const formatting = 'Formatting'
export const bold = 'Bold'
export const italic = 'Italic'
export const heading = 'Heading'
export const bulletedList = 'Bulleted list'
export const numberedList = 'Numbered list'
export const quote = 'Quote'
export const undo = 'Undo'
export const redo = 'Redo'
