import { useState } from 'react'
import { useProposeSplitMutation } from '@/api/disputes-api'
import { toProblem } from '@/api/problem'
import type { Dispute } from '@/api/types'
import { AmountField } from '@/components/form/amount-field'
import { useIdempotencyKey } from '@/components/form/use-idempotency-key'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Notice } from '@/components/ui/notice'
import { notify } from '@/components/ui/notify'
import { parseAmount } from '@/lib/amount'
import { formatMoney } from '@/lib/format'
import { otherOf, type Side } from './sides'
import { WhoGetsWhat } from './who-gets-what'
import * as words from './words'

interface Props {
  dispute: Dispute
  side: Side
  userId: string
}

/** One says in secret what one would accept, and sees what that would mean for both. */
export function SplitForm({ dispute, side, userId }: Props) {
  const [send, { isLoading, error }] = useProposeSplitMutation()
  const [typed, setTyped] = useState('')
  const [problem, setProblem] = useState<string>()
  const keyOf = useIdempotencyKey()
  const { heldAmount: held, ownOffer, round } = dispute
  const amount = parseAmount(typed)
  const part = amount !== null && amount <= held.amount ? amount : null
  const other = otherOf(dispute, side)
  const otherHas = side === 'client' ? dispute.freelancerHasOffered : dispute.clientHasOffered

  async function go(): Promise<void> {
    if (part === null) {
      setProblem(amount === null ? words.partMissing : words.partTooMuch(formatMoney(held)))
      return
    }
    const body = { toFreelancer: { amount: part, currency: held.currency }, round }
    const result = await send({ id: dispute.id, body, idempotencyKey: keyOf(body) })
    if (!result.data) return
    setTyped('')
    notify.success(result.data.outcome ? words.met : words.said(other.name))
  }

  const shown = part ?? ownOffer?.amount ?? null
  const sum = part === null ? words.howMuch : formatMoney({ amount: part, currency: held.currency })
  return (
    <Card>
      <h2 className="text-xl font-semibold">{words.splitTitle(round, dispute.rounds)}</h2>
      <p className="mt-2 max-w-reading text-ink-muted">{words.splitText(<bdi>{other.name}</bdi>)}</p>
      {round === dispute.rounds && <p className="mt-2 font-semibold">{words.lastRound}</p>}
      <div className="mt-4 space-y-4">
        {error && <Notice tone="danger" live title={toProblem(error).detail} />}
        {ownOffer ? (
          <Notice title={words.youSaid(formatMoney(ownOffer))}>
            {words.waitingFor(<bdi>{other.name}</bdi>)}
          </Notice>
        ) : (
          otherHas && <Notice>{words.otherHasSaid(<bdi>{other.name}</bdi>)}</Notice>
        )}
        <AmountField
          name="toFreelancer"
          label={side === 'client' ? words.clientMost(other.name) : words.freelancerLeast}
          help={words.leastHelp}
          currency={held.currency}
          typed={typed}
          value={typed}
          error={problem}
          onChange={(event) => {
            setTyped(event.target.value)
            setProblem(undefined)
          }}
        />
        {shown !== null && (
          <WhoGetsWhat
            dispute={dispute}
            toFreelancer={shown}
            userId={userId}
            heading={words.ifItWereSplitThere}
          />
        )}
        <Button busy={isLoading} onClick={() => void go()}>
          {ownOffer ? words.sayAgain(sum) : words.sayIt(sum)}
        </Button>
      </div>
    </Card>
  )
}
