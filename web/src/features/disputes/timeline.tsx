import type { ReactNode } from 'react'
import { Attachments } from '@/components/files/attachments'
import type { Dispute, FileRef } from '@/api/types'
import { Card } from '@/components/ui/card'
import { formatDateTime } from '@/lib/time'
import { nameOf } from './sides'
import * as words from './words'

interface Entry {
  key: string
  at: string
  what: ReactNode
  text?: string
  files?: FileRef[]
}

const told = (dispute: Dispute, step: Dispute['steps'][number]): ReactNode => {
  const at = formatDateTime(step.at)
  const who = <bdi className="font-semibold text-ink">{nameOf(dispute, step.by)}</bdi>
  switch (step.kind) {
    case 'opened':
      return words.opened(who, at)
    case 'answered':
      return words.answered(who, at)
    case 'offered':
      return words.offered(who, step.round, at)
    case 'missed':
      return words.missed(step.round, at)
    case 'escalated':
      return words.escalated(at)
    case 'resolved':
      return words.resolved(at)
    case 'withdrawn':
      return words.withdrawn(who, at)
  }
}

function entriesOf(dispute: Dispute): Entry[] {
  const steps = dispute.steps.map((step, place): Entry => {
    const first = step.kind === 'opened'
    return {
      key: `step-${String(place)}`,
      at: step.at,
      what: told(dispute, step),
      text: first ? dispute.statement : undefined,
      files: first ? dispute.files : undefined,
    }
  })
  const shown = dispute.evidence.map(({ id, by, addedAt, text, files }): Entry => ({
    key: id,
    at: addedAt,
    what: words.showed(
      <bdi className="font-semibold text-ink">{nameOf(dispute, by)}</bdi>,
      formatDateTime(addedAt),
    ),
    text,
    files,
  }))
  return [...steps, ...shown].sort((a, b) => a.at.localeCompare(b.at))
}

/** What was said, shown and done, oldest first. */
export function Timeline({ dispute }: { dispute: Dispute }) {
  return (
    <Card>
      <h2 className="text-xl font-semibold">{words.whatHappened}</h2>
      <p dir="auto" className="mt-2 font-semibold wrap-anywhere">
        {dispute.reason}
      </p>
      <ol className="mt-4 space-y-5 border-l-2 border-line pl-4 text-sm">
        {entriesOf(dispute).map(({ key, what, text, files }) => (
          <li key={key}>
            <p className="text-ink-muted">{what}</p>
            {text && (
              <p dir="auto" className="mt-1 max-w-reading whitespace-pre-line wrap-anywhere text-base">
                {text}
              </p>
            )}
            {files && <Attachments files={files} className="mt-2" />}
          </li>
        ))}
      </ol>
    </Card>
  )
}
