import { lazy } from 'react'
import { useUser } from '@/lib/session'

const OwnChat = lazy(() => import('@/features/chat/own-chat'))

/** What lies beside every page of somebody who is signed in. A step of its own: a visit does not carry the list of what it needs. */
export default function OwnAside() {
  const user = useUser()
  return user && <OwnChat userId={user.id} />
}
