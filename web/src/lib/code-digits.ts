import * as words from './words'

/** Decimal digits of the scripts that mail programs and keyboards write codes in: each has its ten in a row. */
const ZEROS = [0x30, 0x660, 0x6f0, 0x966, 0x9e6, 0xe50, 0xff10]

/**
 * A code as people paste it: digits of any of these scripts are digits; separators and invisible characters are dropped.
 * The server reads codes alike: `plain_digits` in shared/domain/src/text/letters.rs.
 */
export function codeDigits(text: string): string {
  return [...text]
    .filter((letter) => !/[\s.\p{Pd}\p{Cf}\p{Zs}]/u.test(letter))
    .map((letter) => {
      const code = letter.codePointAt(0) ?? 0
      const zero = ZEROS.find((first) => code >= first && code <= first + 9)
      return zero === undefined ? letter : String(code - zero)
    })
    .join('')
}

/** A rule for the field of a mailed code. */
export const isCode = (text: string): true | string => /^\d{6}$/.test(codeDigits(text)) || words.sixDigits
