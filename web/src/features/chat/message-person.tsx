import { lazy, Suspense } from 'react'
import { Button } from '@/components/ui/button'
import { spoken } from '@/components/ui/spoken'
import { messagePerson } from './words'

const MessageButton = lazy(() => import('./message-button'))

interface Props {
  taskId: string
  person: { id: string; name: string }
  /** Who the freelancer is: the same, or oneself. */
  freelancerId: string
  /** In a row of many, where the name stands beside it. */
  small?: boolean
  className?: string
}

/** Writes to the other side of a bid or a contract. It looks the same before it can be pressed, so that nothing moves. */
export function MessagePerson({ taskId, person, freelancerId, small, className }: Props) {
  const looks = {
    variant: small ? 'quiet' : 'secondary',
    size: small ? 'sm' : 'md',
    icon: 'messages',
    className,
    children: messagePerson(small ? spoken(<bdi>{person.name}</bdi>) : <bdi>{person.name}</bdi>),
  } as const
  return (
    <Suspense fallback={<Button {...looks} aria-disabled />}>
      <MessageButton taskId={taskId} freelancerId={freelancerId} {...looks} />
    </Suspense>
  )
}
