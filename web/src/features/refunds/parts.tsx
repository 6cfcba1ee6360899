import type { Contract, Money } from '@/api/types'
import { MoneyParts } from '@/components/ui/money-parts'
import * as words from './words'

interface Props {
  contract: Contract
  userId: string
  back: Money
  held: Money
}

/** What would go back and what would stay, as a bar with each part in words and figures. */
export function Parts({ contract, userId, back, held }: Props) {
  const rest = { ...held, amount: held.amount - back.amount }
  const parts = [
    {
      key: 'back',
      label:
        contract.clientId === userId ? words.youGetBack : words.getsBack(<bdi>{contract.clientName}</bdi>),
      sum: back,
      colour: 'bg-info',
    },
    { key: 'rest', label: words.staysHeld, sum: rest, colour: 'bg-accent' },
  ]
  return <MoneyParts heading={words.whoGetsWhat} whole={held.amount} parts={parts} className="bg-surface" />
}
