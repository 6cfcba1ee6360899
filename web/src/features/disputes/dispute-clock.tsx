import type { Clock, Dispute, DisputeCard } from '@/api/types'
import { ClockCard } from '@/components/ui/clock-card'
import { nameOf, sideOf } from './sides'

interface Props {
  dispute: Dispute | DisputeCard
  clock: Clock
  userId: string
}

/** Who must act, by when, and what silence does: in the server's own sentence, which knows the round. */
export function DisputeClock({ dispute, clock, userId }: Props) {
  return (
    <ClockCard
      clock={clock}
      mine={clock.actor === sideOf(dispute, userId)}
      actorName={nameOf(dispute, clock.actor)}
      silence={clock.text}
    />
  )
}
