import { lazy, type ReactNode, Suspense, useState } from 'react'
import type { Contract, Milestone, RefundRequest } from '@/api/types'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { formatMoney } from '@/lib/format'
import { formatDateTime } from '@/lib/time'
import { lastRequest, mayAccept, mayAsk, mayOffer } from './may'
import { TakeBack } from './take-back'
import * as words from './words'

const amounts = () => import('./amount-dialog')
const RequestDialog = lazy(() => amounts().then((all) => ({ default: all.RequestDialog })))
const OfferDialog = lazy(() => amounts().then((all) => ({ default: all.OfferDialog })))
const answers = () => import('./answer-dialog')
const AcceptDialog = lazy(() => answers().then((all) => ({ default: all.AcceptDialog })))
const DeclineDialog = lazy(() => answers().then((all) => ({ default: all.DeclineDialog })))

interface Props {
  contract: Contract
  milestone: Milestone
  userId: string
}

type Open = 'ask' | 'offer' | 'accept' | 'decline' | null

/** What a milestone says of refunds: what is asked for, what went back, and what can be done. */
export function MilestoneRefund({ contract, milestone, userId }: Props) {
  const [open, setOpen] = useState<Open>(null)
  const of = { contract, milestone, userId }
  const close = () => setOpen(null)
  const request = lastRequest(milestone)
  const may = {
    ask: mayAsk(contract, milestone, userId),
    offer: mayOffer(contract, milestone, userId),
    accept: mayAccept(contract, milestone, userId),
  }
  if (!request && milestone.refunds.length === 0 && !may.ask && !may.offer) return null
  return (
    <div className="mt-4 space-y-3">
      {request && (
        <Standing {...of} request={request}>
          {may.accept && (
            <Button size="sm" onClick={() => setOpen('accept')}>
              {words.accept(formatMoney(request.amount), contract.clientName)}
            </Button>
          )}
          {may.accept && request.status === 'open' && (
            <Button variant="secondary" size="sm" onClick={() => setOpen('decline')}>
              {words.decline}
            </Button>
          )}
        </Standing>
      )}
      <WentBack contract={contract} milestone={milestone} />
      {(may.ask || may.offer) && (
        <Button variant="quiet" size="sm" onClick={() => setOpen(may.ask ? 'ask' : 'offer')}>
          {may.ask ? words.ask : words.offer}
        </Button>
      )}
      <Suspense>
        {open === 'ask' && <RequestDialog {...of} onClose={close} />}
        {open === 'offer' && <OfferDialog {...of} onClose={close} />}
        {open === 'accept' && request && <AcceptDialog {...of} request={request} onClose={close} />}
        {open === 'decline' && request && <DeclineDialog {...of} request={request} onClose={close} />}
      </Suspense>
    </div>
  )
}

/** How the last request stands, to the reader. One that was accepted, taken back or overtaken says nothing more. */
function Standing({
  contract,
  milestone,
  userId,
  request,
  children,
}: Props & { request: RefundRequest; children: ReactNode }) {
  const asClient = contract.clientId === userId
  const sum = formatMoney(request.amount)
  const client = <bdi>{contract.clientName}</bdi>
  const freelancer = <bdi>{contract.freelancerName}</bdi>
  const rest = milestone.remaining.amount - request.amount.amount
  const restSum = formatMoney({ ...milestone.remaining, amount: rest })
  switch (request.status) {
    case 'open':
      return (
        <Notice tone="warning" title={asClient ? words.youAsked(sum) : words.asked(client, sum)}>
          <Quote text={request.reason} />
          <p className="mt-1">
            {rest === 0
              ? words.nothingStays
              : asClient
                ? words.restStays(restSum, freelancer)
                : words.restStaysYours(restSum)}
          </p>
          <div className="mt-2 flex flex-wrap gap-2">
            {asClient ? <TakeBack contract={contract} request={request} /> : children}
          </div>
        </Notice>
      )
    case 'unanswered':
      // Once all of it went where it went, nobody has to be called.
      if (milestone.payment.status !== 'funded') return null
      return (
        <Notice
          tone="warning"
          title={asClient ? words.unanswered(freelancer) : words.youDidNotAnswer(client, sum)}
        >
          <p>{asClient ? words.unansweredText(sum) : words.youDidNotAnswerText}</p>
          {!asClient && <div className="mt-2 flex flex-wrap gap-2">{children}</div>}
        </Notice>
      )
    case 'declined':
      if (milestone.payment.status !== 'funded') return null
      return (
        <Notice title={asClient ? words.declined(freelancer, sum) : words.youDeclined(sum)}>
          {request.answer && <Quote text={request.answer} />}
          <p className="mt-1">{words.declinedText}</p>
        </Notice>
      )
    default:
      return null
  }
}

function Quote({ text }: { text: string }) {
  return (
    <blockquote dir="auto" className="max-w-reading border-l-2 border-edge pl-3 wrap-anywhere">
      {text}
    </blockquote>
  )
}

/** What went back, and what is left of it. */
function WentBack({ contract, milestone }: Pick<Props, 'contract' | 'milestone'>) {
  if (milestone.refunds.length === 0) return null
  const name = <bdi>{contract.clientName}</bdi>
  const isHeld = milestone.payment.status === 'funded'
  return (
    <div className="text-sm">
      <ul className="space-y-1">
        {milestone.refunds.map(({ amount, state, agreedAt }) => {
          const [sum, date] = [formatMoney(amount), formatDateTime(agreedAt)]
          return (
            <li key={agreedAt}>
              {state === 'failed'
                ? words.backFailed(sum, name)
                : (state === 'refunded' ? words.wentBack : words.goesBack)(sum, name, date)}
            </li>
          )
        })}
      </ul>
      {isHeld && <p className="mt-1 font-semibold">{words.stillHeld(formatMoney(milestone.remaining))}</p>}
      {milestone.remaining.amount === 0 && <p className="mt-1 text-ink-muted">{words.over}</p>}
    </div>
  )
}
