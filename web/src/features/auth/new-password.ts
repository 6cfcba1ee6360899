const bytes = (text: string) => new TextEncoder().encode(text).length

/** The rule of a new password, as a form checks it before the server does. */
export const newPassword = {
  required: 'Choose a password.',
  validate: (text: string) =>
    bytes(text) < 10 ? 'Use at least 10 characters.' : bytes(text) > 72 ? 'Use at most 72 bytes.' : true,
}
