export const isItYou = 'Is it you?'
export const isItYouText =
  'It’s been a while since you logged in. Enter your password, and we’ll go on where you were.'
export const goOn = 'Go on'
export const code = 'Code'
export const codeHelp = 'From your app, or a recovery code.'
export const codeMissing = 'Enter a code.'
