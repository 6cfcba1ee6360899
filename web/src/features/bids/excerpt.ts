/** The beginning of a text, cut between two words: about two lines of a table. */
export function excerpt(text: string, most = 180): string {
  const line = text.replace(/\s+/g, ' ').trim()
  const letters = [...line]
  if (letters.length <= most) return line
  const cut = letters.slice(0, most).join('')
  // Scripts without spaces are cut where they are.
  const word = cut.lastIndexOf(' ')
  return `${(word > most / 2 ? cut.slice(0, word) : cut).replace(/[\s,;:.–-]+$/, '')} …`
}
