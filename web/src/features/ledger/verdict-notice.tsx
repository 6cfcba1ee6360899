import type { LedgerEntry } from '@/api/types'
import { Notice } from '@/components/ui/notice'
import type { Verdict, Why } from './verify'
import * as words from './words'

const reasons: Record<Why, string> = {
  changed: words.changedText,
  order: words.orderText,
  sum: words.sumText,
  end: words.endText,
  seen: words.seenText,
}

/** What the browser's own check has found. */
export function VerdictNotice({ verdict, entries }: { verdict: Verdict; entries: LedgerEntry[] }) {
  if (verdict.kind === 'unable')
    return (
      <Notice tone="warning" title={words.unable} live>
        {words.unableText}
      </Notice>
    )
  if (verdict.kind === 'whole')
    return (
      <Notice tone="success" title={words.whole} live>
        {words.wholeText(verdict.entries)}
      </Notice>
    )
  const place = entries[verdict.at]?.sequence ?? verdict.at + 1
  return (
    <Notice tone="danger" title={words.broken(String(place))} live>
      {reasons[verdict.why]}
    </Notice>
  )
}
