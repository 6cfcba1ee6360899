import * as words from './words'

/** How hard a password is to guess, roughly, while it is typed. What is refused, the server says in the end. */

export const LEAST = 10
/** Different characters at least, as shared/domain/src/password.rs has it. */
const LEAST_DIFFERENT = 5

/** The same password from any keyboard. */
export const oneSpelling = (text: string) => text.normalize('NFKC')

/** A few characters over and over, a short piece repeated, or one row of neighbours. */
export function isTrivial(text: string): boolean {
  const letters = [...text.toLowerCase()]
  const codes = letters.map((letter) => letter.codePointAt(0) ?? 0)
  const repeats = letters.some(
    (_, length) =>
      length > 0 &&
      length <= letters.length / 2 &&
      letters.slice(length).every((letter, at) => letter === letters[at]),
  )
  const steps = new Set(codes.slice(1).map((code, at) => code - (codes[at] ?? 0)))
  return new Set(letters).size < LEAST_DIFFERENT || repeats || steps.size === 1
}

/** Letters that stand in a row on a keyboard or in the alphabet, and letters that repeat, add next to nothing. */
function guessable(text: string): number {
  const rows = 'abcdefghijklmnopqrstuvwxyz 01234567890 qwertyuiop asdfghjkl zxcvbnm'
  const low = text.toLowerCase()
  let count = 0
  for (let at = 2; at < low.length; at += 1) {
    const three = low.slice(at - 2, at + 1)
    const back = [...three].reverse().join('')
    if (/(.)\1\1/u.test(three) || rows.includes(three) || rows.includes(back)) count += 1
  }
  return count
}

export type Strength = 0 | 1 | 2 | 3

/** 0 is refused, 3 is strong. Length counts more than odd characters do (NIST SP 800-63B, appendix A). */
export function strengthOf(typed: string): Strength {
  const text = oneSpelling(typed)
  const length = [...text].length
  if (length < LEAST || isTrivial(text)) return 0
  const classes = [/\p{Ll}/u, /\p{Lu}/u, /\p{N}/u, /[^\p{L}\p{N}\s]/u, /\s/].filter((kind) =>
    kind.test(text),
  ).length
  // A word and a year is what most people begin with, and what is tried first.
  const usual = /^\p{L}+\s?\d{1,4}[!.]?$/u.test(text) ? 3 : 0
  const worth = length - guessable(text) - usual + (classes - 1) * 1.5
  return worth < 12 ? 1 : worth < 16 ? 2 : 3
}

/** In words: neither a colour nor a length says it alone. */
export const strengthText = [
  words.passwordGuessable,
  words.passwordWeak,
  words.passwordFair,
  words.passwordStrong,
] as const
