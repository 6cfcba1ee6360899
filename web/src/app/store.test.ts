import { beforeEach, expect, test } from 'vitest'
import { sessionEvents } from '@/api/session-events'
import type { User } from '@/api/types'
import { chosenView } from '@/lib/chosen-view'
import { personal } from '@/lib/personal'
import type { View } from '@/lib/session-slice'
import { viewOf } from '@/lib/session'
import { recentSearches, rememberSearch } from '@/lib/recent-searches'
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

/** As they did before the reload. */
function choose(user: User, view: View): void {
  personal.signedIn(user.id)
  chosenView.set(view)
  personal.ended({ forget: false })
}

test('the chosen side outlasts a reload, for the one who chose it', () => {
  choose(clara, 'freelancer')
  const { view } = start()
  sessionEvents.signedIn(clara)
  expect(view()).toBe('freelancer')
  sessionEvents.signedIn(oscar)
  expect(view()).toBe('client')
})

test('an expired session keeps the choice, logging out does not', () => {
  choose(clara, 'freelancer')
  const { view } = start()
  sessionEvents.signedIn(clara)
  sessionEvents.ended('expired')
  sessionEvents.signedIn(clara)
  expect(view()).toBe('freelancer')
  sessionEvents.ended('logged-out')
  sessionEvents.signedIn(clara)
  expect(view()).toBe('client')
})

test('what one person leaves in the browser, the next one does not find', () => {
  start()
  sessionEvents.signedIn(clara)
  const claras = personal.box()
  claras.set('draft.new-task', 'A logo')
  rememberSearch('bakery')
  sessionEvents.ended('expired')
  expect(personal.box().get('draft.new-task')).toBeNull()
  expect(recentSearches()).toEqual([])
  sessionEvents.signedIn(oscar)
  expect(personal.box().get('draft.new-task')).toBeNull()
  expect(recentSearches()).toEqual([])
  personal.box().set('draft.new-task', 'A book cover')
  sessionEvents.signedIn(clara)
  expect(personal.box().get('draft.new-task')).toBe('A logo')
  expect(recentSearches()).toEqual(['bakery'])
})

test('logging out leaves nothing of the person, also nothing that a page saves as it closes', () => {
  start()
  sessionEvents.signedIn(oscar)
  personal.box().set('draft.new-task', 'A book cover')
  sessionEvents.signedIn(clara)
  const claras = personal.box()
  claras.set('draft.new-task', 'A logo')
  sessionEvents.ended('logged-out')
  claras.set('draft.new-task', 'A logo, in blue')
  expect(Object.values(localStorage).join()).not.toContain('logo')
  sessionEvents.signedIn(oscar)
  expect(personal.box().get('draft.new-task')).toBe('A book cover')
})
