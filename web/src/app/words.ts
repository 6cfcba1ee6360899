// A mistake of ours
export const wentWrong = 'Something went wrong'
export const wentWrongText = 'The page couldn’t be shown. What you typed into a form is kept on this device.'
export const reload = 'Reload the page'
export const startAgain = 'Start again'

// A session that is not back yet
export const notAnswering = 'ProConnect isn’t answering'
export const offline = 'You are offline'
export const stillLoggedIn = 'You are still logged in, and this page will come back by itself.'

// No such page
export const noSuchPage = 'There is no such page'
export const noSuchPageText = 'The link may be out of date, or mistyped.'
export const goHome = 'Go to the home page'
