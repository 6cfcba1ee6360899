import type { Dispute, DisputeOutcome } from '@/api/types'
import { Card } from '@/components/ui/card'
import { WhoGetsWhat } from './who-gets-what'
import * as words from './words'

const why = {
  agreement: words.byAgreement,
  ruling: words.byRuling,
  silence: words.bySilence,
} as const

interface Props {
  dispute: Dispute
  outcome: DisputeOutcome
  userId: string
}

/** Who gets what, who decided, and why. */
export function Outcome({ dispute, outcome, userId }: Props) {
  return (
    <Card>
      <h2 className="text-xl font-semibold">{words.decided}</h2>
      <p className="mt-2">{why[outcome.decidedBy]}</p>
      {outcome.reason && (
        <blockquote
          dir="auto"
          className="mt-3 max-w-reading border-l-2 border-edge pl-4 whitespace-pre-line wrap-anywhere"
        >
          {outcome.reason}
        </blockquote>
      )}
      <div className="mt-4">
        <WhoGetsWhat
          dispute={dispute}
          toFreelancer={outcome.toFreelancer.amount}
          userId={userId}
          heading={words.whoGetsWhat}
        />
      </div>
      <p className="mt-3 text-sm text-ink-muted">{words.onItsWay}</p>
    </Card>
  )
}
