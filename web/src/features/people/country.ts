import { countryName } from '@/lib/countries'
import * as words from './words'

/** `Berlin, Germany`, or as much of it as is known. */
export function placeText({
  country,
  location,
}: {
  country: string | null
  location: string | null
}): string {
  if (!location || !country) return location ?? (country ? countryName(country) : '')
  return words.townAndCountry(location, countryName(country))
}
