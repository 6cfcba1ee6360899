import { useState } from 'react'
import { useResolveDisputeMutation } from '@/api/disputes-api'
import { toProblem } from '@/api/problem'
import type { Dispute } from '@/api/types'
import { AmountField } from '@/components/form/amount-field'
import { TextArea } from '@/components/form/text-area'
import { useIdempotencyKey } from '@/components/form/use-idempotency-key'
import { useTextDraft } from '@/components/form/use-text-draft'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Notice } from '@/components/ui/notice'
import { notify } from '@/components/ui/notify'
import { parseAmount } from '@/lib/amount'
import { formatMoney } from '@/lib/format'
import { partsOf } from './sides'
import { WhoGetsWhat } from './who-gets-what'
import * as words from './words'

/** An admin decides who gets what, and says why. */
export function RulingForm({ dispute, userId }: { dispute: Dispute; userId: string }) {
  const [send, { isLoading, error }] = useResolveDisputeMutation()
  const [typed, setTyped] = useState('')
  const [reason, setReason, forget] = useTextDraft(`ruling.${dispute.id}`)
  const [problem, setProblem] = useState<{ part?: string; reason?: string }>({})
  const keyOf = useIdempotencyKey()
  const { heldAmount: held, client, freelancer } = dispute
  const amount = parseAmount(typed)
  const part = amount !== null && amount <= held.amount ? amount : null

  async function go(): Promise<void> {
    const found = {
      part:
        part !== null
          ? undefined
          : amount === null
            ? words.partMissing
            : words.partTooMuch(formatMoney(held)),
      reason: reason.trim() ? undefined : words.reasonMissing,
    }
    setProblem(found)
    if (part === null || found.reason) return
    const body = { toFreelancer: { amount: part, currency: held.currency }, reason }
    const result = await send({ id: dispute.id, body, idempotencyKey: keyOf(body) })
    if (!result.data) return
    forget()
    notify.success(words.ruled)
  }

  const parts = part === null ? null : partsOf(dispute, part)
  return (
    <Card>
      <h2 className="text-xl font-semibold">{words.rule}</h2>
      <p className="mt-2 max-w-reading text-ink-muted">
        {words.ruleText(<bdi>{client.name}</bdi>, <bdi>{freelancer.name}</bdi>)}
      </p>
      <div className="mt-4 space-y-4">
        {error && <Notice tone="danger" live title={toProblem(error).detail} />}
        <AmountField
          name="toFreelancer"
          label={words.partOf(freelancer.name)}
          currency={held.currency}
          typed={typed}
          value={typed}
          error={problem.part}
          onChange={(event) => {
            setTyped(event.target.value)
            setProblem({ ...problem, part: undefined })
          }}
        />
        {part !== null && (
          <WhoGetsWhat dispute={dispute} toFreelancer={part} userId={userId} heading={words.whoGetsWhat} />
        )}
        <TextArea
          name="reason"
          label={words.reason}
          help={words.reasonHelp}
          rows={4}
          value={reason}
          error={problem.reason}
          onChange={(event) => {
            setReason(event.target.value)
            setProblem({ ...problem, reason: undefined })
          }}
        />
        <Button busy={isLoading} onClick={() => void go()}>
          {parts
            ? words.ruleButton(
                formatMoney(parts.payout),
                freelancer.name,
                formatMoney(parts.refund),
                client.name,
              )
            : words.rule}
        </Button>
      </div>
    </Card>
  )
}
