import type { Clock, ContractCard, TaskCard } from '@/api/types'
import { paths } from '@/config/paths'
import { silenceText } from '@/lib/silence'
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
    text: clock
      ? silenceText(clock, view, { client: contract.clientName, freelancer: contract.freelancerName })
      : mine
        ? 'No money is held now. Fund the next milestone, so that work can go on.'
        : 'No money is held now. Work starts once the next milestone is funded.',
  }
}

const taskTurn = (task: TaskCard): Turn => ({
  id: task.id,
  to: paths.compareBids(task.id),
  title: task.title,
  action: 'Compare bids',
  mine: true,
  actorName: task.client.name,
  clock: task.clock,
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
