import { render } from '@testing-library/react'
import { expect, test } from 'vitest'
import { plural } from './plural'
import { rich, type Wrap } from './rich'
import { ago, span } from './units'

test('a sentence keeps its parts and their markup in the order in which it names them', () => {
  const hire = (name: React.ReactNode, sum: string) => rich`Hire ${name} for ${sum}.`
  const german = (name: React.ReactNode, sum: string) => rich`Für ${sum} wird ${name} beauftragt.`
  const name = <bdi>Fiona</bdi>
  expect(render(hire(name, '$5')).container.innerHTML).toBe('Hire <bdi>Fiona</bdi> for $5.')
  expect(render(german(name, '$5')).container.innerHTML).toBe('Für $5 wird <bdi>Fiona</bdi> beauftragt.')
})

test('a part of a sentence can be wrapped', () => {
  const text = (link: Wrap) => rich`Say what you do: ${link('edit your profile')}.`
  const shown = render(text((part) => <a href="/me">{part}</a>)).container
  expect(shown.innerHTML).toBe('Say what you do: <a href="/me">edit your profile</a>.')
})

test('counts choose the form, and spans of time have their own words', () => {
  const bids = (count: number) => plural(count, { one: '1 bid', other: `${count} bids` })
  expect([bids(0), bids(1), bids(2)]).toEqual(['0 bids', '1 bid', '2 bids'])
  expect([span(1, 'day'), span(3, 'hour'), ago(1, 'minute'), ago(5, 'day')]).toEqual([
    '1 day',
    '3 hours',
    '1 minute ago',
    '5 days ago',
  ])
})
