/** The language of the texts: it decides which form a count takes. */
export const language = 'en'
/** How dates are written. */
export const dateLocale = 'en-GB'
/** How amounts are written: every currency by its own sign. */
export const moneyLocale = 'en-US'
