// Amounts
export const enterAmount = 'Enter an amount such as 250 or 99.50.'
export const whichAmount = (large: string, small: string) =>
  `Is that ${large} or ${small}? Type it like that.`
export const eitherAmount = (large: string, small: string) => `${large} or ${small}?`

/** What a field understood: `= $12.50`. */
export const understood = (sum: string) => `= ${sum}`
