import { expect, it } from 'vitest'
import type { Profile } from '@/api/types'
import { changeOf, isField, linkFields, valuesOf } from './profile-values'

const profile: Profile = {
  headline: 'Developer',
  bio: 'Shops',
  skills: ['Rust'],
  rate: { amount: 6250, currency: 'usd' },
  country: 'DE',
  location: null,
  links: [{ label: 'Site', url: 'https://example.com/' }],
  portfolio: [],
  avatarId: null,
}

it('comes back from the form as it was', () => {
  expect({ ...changeOf(valuesOf(profile)), portfolio: [], avatarId: null }).toEqual(profile)
})

it('keeps the currency of the rate', () => {
  const euros = { ...profile, rate: { amount: 5000, currency: 'eur' as const } }
  expect(changeOf(valuesOf(euros))).toMatchObject({ rate: euros.rate })
  expect(changeOf({ ...valuesOf(euros), currency: 'gbp' })).toMatchObject({
    rate: { amount: 5000, currency: 'gbp' },
  })
  // Who has named no rate yet names it in dollars unless they choose.
  expect(valuesOf({ ...profile, rate: null })).toMatchObject({ rate: '', currency: 'usd' })
})

it('clears what is emptied, and refuses a rate that is none', () => {
  const values = { ...valuesOf(profile), rate: '', country: '' }
  expect(changeOf(values)).toMatchObject({ rate: null, country: null, location: null })
  expect(changeOf({ ...values, rate: 'a lot' })).toBeNull()
})

it('knows where an error of the server belongs', () => {
  expect(linkFields(valuesOf(profile))).toEqual({ 'links.0': 'links.0.url' })
  expect(isField('links.0.url')).toBe(true)
  expect(isField('roles')).toBe(false)
})
