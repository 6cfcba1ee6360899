import { lazy, type ReactNode, Suspense } from 'react'
import type { Contract, Milestone } from '@/api/types'
import { Card } from '@/components/ui/card'
import { ClockCard } from '@/components/ui/clock-card'
import { Icon } from '@/components/ui/icon'
import { Notice } from '@/components/ui/notice'
import { StatusBadge } from '@/components/ui/status-badge'
import { Attachments } from '@/components/files/attachments'
import { cx } from '@/lib/class-names'
import { formatMoney } from '@/lib/format'
import { fundsLabels } from '@/lib/labels'
import { formatDateTime, formatPlainDate } from '@/lib/time'
import { silenceText } from '@/lib/silence'
import * as common from '@/words/common'
import { MilestoneActions } from './milestone-actions'
import { nextStep } from './next-step'
import { isDone, workLabel } from './work-label'
import * as words from './words'

const InvoiceLink = lazy(() => import('./invoice-link'))

interface Props {
  contract: Contract
  milestone: Milestone
  userId: string
  /** What there is to say of its dispute, and of refunds. */
  dispute?: ReactNode
}

/** A milestone on the timeline: work and money are two states. */
export function MilestoneItem({ contract, milestone, userId, dispute }: Props) {
  const done = isDone(milestone)
  const asClient = contract.clientId === userId
  const side = asClient ? 'client' : 'freelancer'
  const { clock } = milestone
  const actor =
    clock?.actor === 'client' ? contract.clientId : clock?.actor === 'freelancer' ? contract.freelancerId : ''
  const names = { client: contract.clientName, freelancer: contract.freelancerName, platform: common.product }
  return (
    <li
      id={milestone.id}
      className="relative scroll-mt-20 pl-10 not-last:before:absolute not-last:before:top-6 not-last:before:-bottom-10 not-last:before:left-3.5 not-last:before:w-px not-last:before:bg-edge sm:pl-12 sm:not-last:before:left-4"
    >
      <span
        aria-hidden="true"
        className={cx(
          'tabular absolute top-5 left-0 grid size-7 place-items-center rounded-full border text-sm font-semibold sm:size-8',
          done ? 'border-accent bg-accent text-on-accent' : 'border-edge bg-surface text-ink-muted',
        )}
      >
        {done ? <Icon name="check" className="size-4" /> : milestone.number}
      </span>
      <Card>
        <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2">
          <div className="min-w-0">
            <h3 dir="auto" className="text-lg font-semibold wrap-anywhere">
              {milestone.title}
            </h3>
            <p className="text-sm text-ink-muted">{words.due(formatPlainDate(milestone.dueDate))}</p>
          </div>
          <div className="ml-auto text-right">
            <p className="tabular text-lg font-semibold">{formatMoney(milestone.amount)}</p>
            {!asClient && (
              <p className="tabular text-sm text-ink-muted">{words.youGet(formatMoney(milestone.payout))}</p>
            )}
          </div>
        </div>
        <dl className="mt-3 flex flex-wrap gap-x-6 gap-y-2 text-sm">
          <div className="flex items-center gap-2">
            <dt className="text-ink-muted">{words.work}</dt>
            <dd>
              <StatusBadge label={workLabel(milestone)} />
            </dd>
          </div>
          <div className="flex items-center gap-2">
            <dt className="text-ink-muted">{words.money}</dt>
            <dd>
              <StatusBadge label={fundsLabels[milestone.payment.status]} />
            </dd>
          </div>
        </dl>
        {milestone.payment.status === 'released' && (
          <p className="mt-2 min-h-6">
            <Suspense>
              <InvoiceLink milestoneId={milestone.id} />
            </Suspense>
          </p>
        )}
        {milestone.description && (
          <p dir="auto" className="mt-3 max-w-reading whitespace-pre-line text-ink-muted">
            {milestone.description}
          </p>
        )}
        <Criteria milestone={milestone} />
        <History milestone={milestone} contract={contract} />
        {clock && (
          <div className="mt-4">
            <ClockCard
              clock={clock}
              mine={actor === userId}
              actorName={names[clock.actor]}
              silence={silenceText(clock, side, names)}
              step={nextStep(milestone, contract, side)}
            />
          </div>
        )}
        {milestone.payment.status === 'funding' && (
          <div className="mt-4">
            <OnItsWay payer={asClient ? null : contract.clientName} />
          </div>
        )}
        <MilestoneActions contract={contract} milestone={milestone} userId={userId} />
        {dispute}
      </Card>
    </li>
  )
}

/** A payment that takes days: whoever pays must not pay again, and whoever works must not start yet. */
function OnItsWay({ payer }: { payer: string | null }) {
  return payer ? (
    <Notice title={words.paymentOnItsWay(payer)}>{words.paymentOnItsWayText}</Notice>
  ) : (
    <Notice title={words.yourPaymentOnItsWay}>{words.yourPaymentOnItsWayText}</Notice>
  )
}

/** The checklist; what the last revision named is open. */
function Criteria({ milestone }: { milestone: Milestone }) {
  if (milestone.criteria.length === 0) return null
  const open = milestone.status === 'changes_requested' ? (milestone.revisions.at(-1)?.criteria ?? []) : []
  return (
    <div className="mt-4 text-sm">
      <h4 className="font-semibold">{words.doneWhen}</h4>
      <ul className="mt-1 space-y-1">
        {milestone.criteria.map((criterion) => (
          <li key={criterion} className="flex items-start gap-2">
            <CriterionState
              state={open.includes(criterion) ? 'notMet' : milestone.status === 'approved' ? 'met' : 'open'}
            />
            <bdi className="min-w-0 wrap-anywhere">{criterion}</bdi>
          </li>
        ))}
      </ul>
    </div>
  )
}

const states = {
  met: { text: words.met, icon: 'check-circle', colour: 'text-success' },
  open: { text: words.open, icon: 'circle', colour: 'text-ink-muted' },
  notMet: { text: words.notMet, icon: 'x-circle', colour: 'text-danger' },
} as const

/** In a word too: neither a colour nor a shape is read out. */
function CriterionState({ state }: { state: keyof typeof states }) {
  const { text, icon, colour } = states[state]
  return (
    <span className={cx('flex shrink-0 items-center gap-1.5 font-medium', colour)}>
      <Icon name={icon} className="size-4" />
      <span className={cx(state === 'open' && 'sr-only')}>{text}</span>
    </span>
  )
}

function History({ milestone, contract }: { milestone: Milestone; contract: Contract }) {
  const entries = [
    ...milestone.submissions.map(({ id, note, submittedAt, files }) => ({
      id,
      at: submittedAt,
      who: contract.freelancerName,
      what: words.submittedWork,
      text: note,
      files,
    })),
    ...milestone.revisions.map(({ id, comment, requestedAt }) => ({
      id,
      at: requestedAt,
      who: contract.clientName,
      what: words.requestedChanges,
      text: comment,
      files: [],
    })),
  ].sort((a, b) => a.at.localeCompare(b.at))
  if (entries.length === 0) return null
  return (
    <ol className="mt-4 space-y-3 border-l-2 border-line pl-4 text-sm">
      {entries.map((entry) => (
        <li key={entry.id}>
          <p className="text-ink-muted">
            {entry.what(<bdi className="font-semibold text-ink">{entry.who}</bdi>, formatDateTime(entry.at))}
          </p>
          <p dir="auto" className="mt-0.5 max-w-reading whitespace-pre-line">
            {entry.text}
          </p>
          <Attachments files={entry.files} className="mt-2" />
        </li>
      ))}
    </ol>
  )
}
