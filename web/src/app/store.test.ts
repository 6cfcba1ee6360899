import { beforeEach, expect, test } from 'vitest'
import { sessionEvents } from '@/api/session-events'
import { chosenView } from '@/lib/chosen-view'
import { viewOf } from '@/lib/session'
import { person } from '@/testing/render'
import { connectSession, makeStore } from './store'

const clara = person('Clara', 'client', 'freelancer')
const oscar = person('Oscar', 'client', 'freelancer')

beforeEach(() => localStorage.clear())

/** As after a reload. */
function start() {
  const store = makeStore()
  connectSession(store)
  const view = () => {
    const { user, view: chosen } = store.getState().session
    return viewOf(user, chosen)
  }
  return { view }
}

test('the chosen side outlasts a reload, for the one who chose it', () => {
  chosenView.set(clara.id, 'freelancer')
  const { view } = start()
  sessionEvents.signedIn(clara)
  expect(view()).toBe('freelancer')
  sessionEvents.signedIn(oscar)
  expect(view()).toBe('client')
})

test('an expired session keeps the choice, logging out does not', () => {
  chosenView.set(clara.id, 'freelancer')
  const { view } = start()
  sessionEvents.signedIn(clara)
  sessionEvents.ended('expired')
  sessionEvents.signedIn(clara)
  expect(view()).toBe('freelancer')
  sessionEvents.ended('logged-out')
  sessionEvents.signedIn(clara)
  expect(view()).toBe('client')
})
