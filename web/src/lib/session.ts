import type { Role, User } from '@/api/types'
import { chosenView } from './chosen-view'
import { sessionSlice, type View } from './session-slice'
import { useAppDispatch, useAppSelector } from './store-parts'

export const hasRole = (user: User | null, role: Role): boolean => user?.roles.includes(role) ?? false

export const useSession = () => useAppSelector((state) => state.session)
export const useUser = () => useAppSelector((state) => state.session.user)

/** The side that the person looks at: the chosen one, or the one role they have. */
export function viewOf(user: User | null, chosen: View | null): View {
  const both = hasRole(user, 'client') && hasRole(user, 'freelancer')
  if (both && chosen) return chosen
  return hasRole(user, 'client') ? 'client' : 'freelancer'
}

/** The choice outlasts a reload. */
export function useChooseView(): (view: View) => void {
  const dispatch = useAppDispatch()
  return (view) => {
    dispatch(sessionSlice.actions.viewChosen(view))
    chosenView.set(view)
  }
}

export function useView(): View {
  const { user, view } = useSession()
  return viewOf(user, view)
}
