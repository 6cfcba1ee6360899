import type { Clock, ContractCard, TaskCard } from '@/api/types'
import { paths } from '@/config/paths'
import { silenceText } from '@/lib/silence'
import { isolated } from '@/lib/isolated'
import type { TurnStep } from '@/features/contracts/turn-dialog'
import type { View } from '@/lib/session-slice'

/** Something that waits: for the person, or for somebody else. */
export interface Turn {
  id: string
  to: string
  title: string
  action: string
  mine: boolean
  actorName: string
  clock: Clock | null
  /** What can be done on the spot; the first is what is meant. */
  steps: TurnStep[]
  /** What silence does, or what is to be done where no clock runs. */
  text: string
}

type Side = 'client' | 'freelancer' | 'platform'

function contractTurn(contract: ContractCard, view: View): Turn {
  const clock = contract.nextClock
  const names: Record<Side, string> = {
    client: contract.clientName,
    freelancer: contract.freelancerName,
    platform: 'ProConnect',
  }
  // Held money always has a clock; without one nothing is held, and the client has to fund what comes next.
  const actor: Side = clock?.actor ?? 'client'
  const mine = actor === view
  return {
    id: contract.id,
    to: paths.contract(contract.id),
    title: contract.taskTitle,
    action: mine && !clock ? 'Fund a milestone' : 'Open the contract',
    mine,
    actorName: names[actor],
    clock,
    steps: clock && mine ? stepsOf(clock, view) : [],
    text: clock
      ? `${done(clock, mine, contract)}${silenceText(clock, view, { client: contract.clientName, freelancer: contract.freelancerName })}`
      : mine
        ? 'No money is held now. Fund the next milestone so that work can continue.'
        : 'No money is held now. Work starts once the next milestone is funded.',
  }
}

function stepsOf(clock: Clock, view: View): TurnStep[] {
  if (view === 'client') return clock.onSilence === 'approve_and_release' ? ['approve', 'revise'] : []
  return ['submit']
}

/** What has happened, or is to be done, before what silence does. */
function done(clock: Clock, mine: boolean, contract: ContractCard): string {
  if (!mine) return ''
  if (clock.actor === 'freelancer') return 'Do the work and submit it. '
  const handedIn = clock.onSilence === 'approve_and_release'
  return handedIn ? `${isolated(contract.freelancerName)} has handed in work. ` : ''
}

const taskTurn = (task: TaskCard): Turn => ({
  id: task.id,
  to: paths.compareBids(task.id),
  title: task.title,
  action: 'Compare bids',
  mine: true,
  actorName: task.client.name,
  clock: task.clock,
  steps: [],
  text: task.clock ? silenceText(task.clock, 'client', { client: task.client.name, freelancer: '' }) : '',
})

/** Everything that waits, the next to end first; what has no end comes last. */
export function turnsOf(contracts: ContractCard[], tasks: TaskCard[], view: View): Turn[] {
  const end = ({ clock }: Turn) => clock?.dueAt ?? '9999'
  return [
    ...contracts.filter(({ status }) => status === 'active').map((contract) => contractTurn(contract, view)),
    ...tasks.filter((task) => task.status === 'open' && task.bidCount > 0).map(taskTurn),
  ].sort((a, b) => end(a).localeCompare(end(b)))
}
