// Showing who one is by the password.

export const password = 'Password'
export const passwordMissing = 'Enter your password.'
