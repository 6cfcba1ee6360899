import { cx } from '@/lib/class-names'
import { language } from '@/lib/locale'

const letters = new Intl.Segmenter(language, { granularity: 'grapheme' })

/** What a reader takes for one letter: an emoji of several parts, or a letter with its marks, is one. */
const firstLetter = (word = '') => letters.segment(word)[Symbol.iterator]().next().value?.segment ?? ''

export function initials(name: string): string {
  const words = name.trim().split(/\s+/)
  return `${firstLetter(words[0])}${words.length > 1 ? firstLetter(words.at(-1)) : ''}`.toUpperCase()
}

export function Avatar({ name, className }: { name: string; className?: string }) {
  return (
    <span
      aria-hidden="true"
      // As content of the style, not of the page: the control around it says the whole name.
      data-initials={initials(name)}
      className={cx(
        'before:content-[attr(data-initials)] grid shrink-0 place-items-center rounded-full border border-line bg-accent-soft text-sm font-semibold text-accent-text',
        className ?? 'size-10',
      )}
    />
  )
}
