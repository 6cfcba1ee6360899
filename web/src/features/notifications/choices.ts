import type { CategoryChoice, NoticePreferences } from '@/api/types'

/** How one choice follows from another. */

export function withCategory(
  before: NoticePreferences,
  category: string,
  change: Partial<CategoryChoice>,
): NoticePreferences {
  return {
    ...before,
    // Whoever wants something in the summary wants a summary.
    digest: change.mail === 'digest' ? 'daily' : before.digest,
    categories: before.categories.map((choice) =>
      choice.category === category ? { ...choice, ...change } : choice,
    ),
  }
}

/** Without a summary nothing can be in it: it is mailed at once, so that nothing is missed. */
export function withDigest(
  before: NoticePreferences,
  digest: NoticePreferences['digest'],
): NoticePreferences {
  if (digest === 'daily') return { ...before, digest }
  const categories = before.categories.map((choice) =>
    choice.mail === 'digest' ? { ...choice, mail: 'on' as const } : choice,
  )
  return { ...before, digest, categories }
}

/** By the link of a mail it may have been turned off, with what is in it. */
export const waitsForSummary = ({ digest, categories }: NoticePreferences) =>
  digest === 'off' && categories.some(({ mail }) => mail === 'digest')
