import { type ChangeEvent, useState } from 'react'
import { useOfferRefundMutation, useRequestRefundMutation } from '@/api/refunds-api'
import { toProblem } from '@/api/problem'
import { AmountField } from '@/components/form/amount-field'
import { TextField } from '@/components/form/text-field'
import { useIdempotencyKey } from '@/components/form/use-idempotency-key'
import { useTextDraft } from '@/components/form/use-text-draft'
import { Dialog } from '@/components/ui/dialog'
import { Notice } from '@/components/ui/notice'
import { notify } from '@/components/ui/notify'
import { amountText, parseAmount } from '@/lib/amount'
import { formatMoney } from '@/lib/format'
import { Footer, type DialogProps } from './dialog-parts'
import { Parts } from './parts'
import * as words from './words'

/** An amount out of what is held, all of it to begin with. */
function usePart({ milestone }: DialogProps) {
  const held = milestone.remaining
  const [typed, setTyped] = useState(amountText(held.amount))
  const [problem, setProblem] = useState<string>()
  const amount = parseAmount(typed)
  const part = amount !== null && amount > 0 && amount <= held.amount ? { ...held, amount } : null
  const complain = () =>
    setProblem(amount === null ? words.amountMissing : words.amountTooMuch(formatMoney(held)))
  const field = {
    name: 'amount',
    label: words.howMuch,
    help: words.howMuchHelp(formatMoney(held)),
    currency: held.currency,
    typed,
    value: typed,
    error: problem,
    onChange: (event: ChangeEvent<HTMLInputElement>) => {
      setTyped(event.target.value)
      setProblem(undefined)
    },
  }
  return { held, part, complain, field, sum: part ? formatMoney(part) : words.money }
}

/** The client asks for held money back, and says why. */
export function RequestDialog(props: DialogProps) {
  const { contract, milestone, userId, onClose } = props
  const [send, { isLoading, error }] = useRequestRefundMutation()
  const [reason, setReason, forget] = useTextDraft(`refund.${milestone.id}`)
  const [missing, setMissing] = useState(false)
  const { held, part, complain, field, sum } = usePart(props)
  const keyOf = useIdempotencyKey()
  const name = contract.freelancerName

  async function go(): Promise<void> {
    if (!part) complain()
    setMissing(!reason.trim())
    if (!part || !reason.trim()) return
    const body = { amount: part, reason }
    const result = await send({
      contractId: contract.id,
      id: milestone.id,
      body,
      idempotencyKey: keyOf(body),
    })
    if (!result.data) return
    forget()
    notify.success(words.askedNote(sum, name))
    onClose()
  }

  return (
    <Dialog
      open
      onClose={onClose}
      title={words.askTitle(<bdi>{milestone.title}</bdi>)}
      description={words.askText(<bdi>{name}</bdi>)}
    >
      <div className="space-y-4">
        {error && <Notice tone="danger" live title={toProblem(error).detail} />}
        <AmountField {...field} />
        {part && <Parts contract={contract} userId={userId} back={part} held={held} />}
        <TextField
          name="reason"
          label={words.why}
          help={words.whyHelp(name)}
          maxLength={200}
          value={reason}
          error={missing ? words.whyMissing : undefined}
          onChange={(event) => {
            setReason(event.target.value)
            setMissing(false)
          }}
        />
      </div>
      <Footer onClose={onClose} busy={isLoading} label={words.askButton(sum)} onGo={() => void go()} />
    </Dialog>
  )
}

/** The freelancer gives held money back, unasked. */
export function OfferDialog(props: DialogProps) {
  const { contract, milestone, userId, onClose } = props
  const [send, { isLoading, error }] = useOfferRefundMutation()
  const { held, part, complain, field, sum } = usePart(props)
  const keyOf = useIdempotencyKey()
  const name = contract.clientName

  async function go(): Promise<void> {
    if (!part) {
      complain()
      return
    }
    const body = { amount: part }
    const result = await send({
      contractId: contract.id,
      id: milestone.id,
      body,
      idempotencyKey: keyOf(body),
    })
    if (!result.data) return
    notify.success(words.given(sum, name))
    onClose()
  }

  return (
    <Dialog
      open
      onClose={onClose}
      title={words.offerTitle(<bdi>{name}</bdi>)}
      description={words.offerText(<bdi>{name}</bdi>)}
    >
      <div className="space-y-4">
        {error && <Notice tone="danger" live title={toProblem(error).detail} />}
        <AmountField {...field} />
        {part && <Parts contract={contract} userId={userId} back={part} held={held} />}
      </div>
      <Footer onClose={onClose} busy={isLoading} label={words.accept(sum, name)} onGo={() => void go()} />
    </Dialog>
  )
}
