import type { ReactNode } from 'react'
import type { Person } from '@/api/types'
import { Card } from '@/components/ui/card'
import { PersonLine } from '@/components/ui/person-line'
import { formatMonth } from '@/lib/time'
import * as words from './words'

interface Props {
  person: Person
  /** What they are in this contract. */
  role: 'client' | 'freelancer'
  /** What can be done with them. */
  children?: ReactNode
}

/** The other person of a contract. */
export function OtherSide({ person, role, children }: Props) {
  return (
    <Card>
      <h2 className="mb-3 text-sm font-semibold">
        {role === 'client' ? words.yourClient : words.yourFreelancer}
      </h2>
      <PersonLine person={person} side={role} headline />
      <p className="mt-2 text-sm text-ink-muted">{words.hereSince(formatMonth(person.memberSince))}</p>
      {children}
    </Card>
  )
}
