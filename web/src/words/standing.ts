import type { Person } from '@/api/types'
import { formatMoneyShort } from '@/lib/format'
import { language } from '@/lib/locale'
import { plural } from '@/lib/plural'
import { contractsCompleted } from './records'
import { repliesIn } from './reply-time'

/** What is known of somebody, in a line: what they have done here, as it stands now, and nothing that has no source. */

type Side = 'client' | 'freelancer'

/** So many tasks without a hire may be a beginning. */
const BEGINNING = 5

export const newHere = 'New here'
const hasLeft = 'Has left ProConnect'
const tasks = (count: number) => plural(count, { one: '1 task', other: `${count} tasks` })
const noHire = (count: number) => `No hire yet on ${tasks(count)}`
const hired = (hires: number, count: number) => `Hired on ${hires} of ${tasks(count)}`
const hiredAndPaid = (record: string, sums: string) => `${record} · paid ${sums}`
const withReplies = (record: string, replies: string) => `${record} · ${replies}`
const together = new Intl.ListFormat(language, { type: 'conjunction' })

function asClient({ tasksPosted, hires, paid }: Person): string {
  if (hires === 0) return tasksPosted < BEGINNING ? newHere : noHire(tasksPosted)
  const record = hired(hires, tasksPosted)
  return paid.length > 0 ? hiredAndPaid(record, together.format(paid.map(formatMoneyShort))) : record
}

const asFreelancer = ({ completedContracts }: Person) =>
  completedContracts === 0 ? newHere : contractsCompleted(completedContracts)

/** Somebody's record on one side of the market. Who has left has none that could be looked at. */
export function standing(person: Person, side: Side): string {
  if (person.hasLeft) return hasLeft
  const record = side === 'client' ? asClient(person) : asFreelancer(person)
  return person.replyMinutes === null ? record : withReplies(record, repliesIn(person.replyMinutes))
}
