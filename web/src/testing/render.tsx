import { render } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { ReactNode } from 'react'
import { Provider } from 'react-redux'
import { MemoryRouter, Route, Routes } from 'react-router'
import type { Role, User } from '@/api/types'
import { makeStore } from '@/app/store'
import { personal } from '@/lib/personal'
import { sessionSlice } from '@/lib/session-slice'

export function person(name: string, ...roles: Role[]): User {
  return {
    id: `usr_${name.toLowerCase()}`,
    name,
    avatarId: null,
    email: `${name.toLowerCase()}@example.com`,
    roles,
    status: 'active',
    totpEnabled: false,
    mailStopped: null,
    createdAt: '2026-01-01T00:00:00Z',
  }
}

interface Options {
  /** Who looks at it; nobody means signed out. */
  as?: User
  /** The address, and the pattern that it matches. */
  at?: string
  route?: string
}

/** Renders a page or a part of one, as somebody, at an address. */
export function renderAs(element: ReactNode, { as, at = '/', route = '*' }: Options = {}) {
  const store = makeStore()
  if (as) {
    personal.signedIn(as.id)
    store.dispatch(sessionSlice.actions.signedIn(as))
  } else personal.ended({ forget: false })
  const user = userEvent.setup()
  const view = render(
    <Provider store={store}>
      <MemoryRouter initialEntries={[at]}>
        <Routes>
          <Route path={route} element={element} />
          <Route path="*" element={<p>Another page</p>} />
        </Routes>
      </MemoryRouter>
    </Provider>,
  )
  return { ...view, user, store }
}
