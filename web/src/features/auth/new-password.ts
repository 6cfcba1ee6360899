import { isTrivial, LEAST, oneSpelling } from '@/lib/password-strength'

const bytes = (text: string) => new TextEncoder().encode(text).length

/** The rule of a new password, as a form checks it before the server does: shared/domain/src/password.rs. */
export const newPassword = {
  required: 'Choose a password.',
  validate: (typed: string) => {
    const text = oneSpelling(typed)
    if ([...text].length < LEAST) return `Use at least ${LEAST} characters.`
    if (bytes(text) > 72) return 'Use at most 72 letters without accents, fewer with them.'
    return isTrivial(text) ? 'Use more different characters, not the same few again and again.' : true
  },
}
