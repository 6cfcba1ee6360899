import type { Clock, ContractCard, DisputeCard, Person, TaskCard } from '@/api/types'
import { paths } from '@/config/paths'
import { silenceText } from '@/lib/silence'
import type { TurnStep } from '@/features/contracts/turn-dialog'
import type { View } from '@/lib/session-slice'
import * as common from '@/words/common'
import * as records from '@/words/records'
import * as words from './words'

/** Something that waits: for the person, or for somebody else. */
export interface Turn {
  id: string
  to: string
  title: string
  action: string
  mine: boolean
  actorName: string
  /** The other side of a contract. */
  other: Person | null
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
    platform: common.product,
  }
  // Held money always has a clock; without one nothing is held, and the client has to fund what comes next.
  const actor: Side = clock?.actor ?? 'client'
  const mine = actor === view
  return {
    id: contract.id,
    to: paths.contract(contract.id),
    title: contract.taskTitle,
    action: mine && !clock ? words.fundMilestone : common.openContract,
    mine,
    actorName: names[actor],
    other: view === 'client' ? contract.freelancer : contract.client,
    clock,
    steps: clock && mine ? stepsOf(clock, view) : [],
    text: clock
      ? [
          done(clock, mine, contract),
          silenceText(clock, view, { client: contract.clientName, freelancer: contract.freelancerName }),
        ]
          .filter(Boolean)
          .join(' ')
      : mine
        ? words.fundNext
        : words.notFunded,
  }
}

function stepsOf(clock: Clock, view: View): TurnStep[] {
  if (view === 'client') return clock.onSilence === 'approve_and_release' ? ['approve', 'revise'] : []
  // A refund is answered beside what it is about.
  if (clock.onSilence === 'open_to_admin') return []
  return ['submit']
}

/** What has happened, or is to be done, before what silence does. */
function done(clock: Clock, mine: boolean, contract: ContractCard): string {
  if (!mine) return ''
  if (clock.onSilence === 'open_to_admin') return words.answerRefund
  if (clock.actor === 'freelancer') return words.doTheWork
  const handedIn = clock.onSilence === 'approve_and_release'
  return handedIn ? words.handedIn(contract.freelancerName) : ''
}

const taskTurn = (task: TaskCard): Turn => ({
  id: task.id,
  to: paths.compareBids(task.id),
  title: task.title,
  action: records.seeBids(task.bidCount),
  mine: true,
  actorName: task.client.name,
  other: null,
  clock: task.clock,
  steps: [],
  text: task.clock ? silenceText(task.clock, 'client', { client: task.client.name, freelancer: '' }) : '',
})

/** A contract in dispute goes on with its other milestones, if one of them has a clock. */
const goesOn = ({ status, nextClock }: ContractCard) =>
  status === 'active' || (status === 'disputed' && nextClock !== null)

/** The server says to each reader whose turn it is, and what silence does. */
function disputeTurn(dispute: DisputeCard, view: View): Turn {
  const { clock } = dispute
  const actor: Side = clock?.actor ?? 'platform'
  return {
    id: dispute.id,
    to: paths.dispute(dispute.id),
    title: dispute.milestoneTitle,
    action: common.openDispute,
    mine: actor === view,
    actorName: actor === 'platform' ? common.product : dispute[actor].name,
    other: view === 'client' ? dispute.freelancer : dispute.client,
    clock,
    steps: [],
    text: clock?.text ?? '',
  }
}

/** Everything that waits, the next to end first; what has no end comes last. */
export function turnsOf(
  contracts: ContractCard[],
  tasks: TaskCard[],
  view: View,
  disputes: DisputeCard[] = [],
): Turn[] {
  const end = ({ clock }: Turn) => clock?.dueAt ?? '9999'
  return [
    ...contracts.filter(goesOn).map((contract) => contractTurn(contract, view)),
    ...disputes.filter(({ clock }) => clock).map((dispute) => disputeTurn(dispute, view)),
    ...tasks.filter((task) => task.status === 'open' && task.bidCount > 0).map(taskTurn),
  ].sort((a, b) => end(a).localeCompare(end(b)))
}
