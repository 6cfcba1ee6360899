import { isTrivial, LEAST, oneSpelling } from '@/lib/password-strength'
import { passwordShort } from './password-words'
import * as words from './words'

const bytes = (text: string) => new TextEncoder().encode(text).length

/** The rule of a new password, as a form checks it before the server does: shared/domain/src/password.rs. */
export const newPassword = {
  required: words.choosePassword,
  validate: (typed: string) => {
    const text = oneSpelling(typed)
    if ([...text].length < LEAST) return passwordShort(LEAST)
    if (bytes(text) > 72) return words.passwordLong
    return isTrivial(text) ? words.passwordTrivial : true
  },
}
