import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { countries } from '@/lib/countries'
import { placeText } from './country'

it('knows the countries that the server takes', () => {
  const openapi = JSON.parse(readFileSync('../openapi.json', 'utf8')) as {
    components: { schemas: { Country: { enum: string[] } } }
  }
  expect(countries.map(({ code }) => code as string).sort()).toEqual(openapi.components.schemas.Country.enum)
})

it('names a place as far as it is known', () => {
  expect(placeText({ country: 'DE', location: 'Berlin' })).toBe('Berlin, Germany')
  expect(placeText({ country: null, location: 'Berlin' })).toBe('Berlin')
  expect(placeText({ country: null, location: null })).toBe('')
})
