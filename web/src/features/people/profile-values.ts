import type { Currency, Profile, UpdateMe } from '@/api/types'
import { amountText, parseAmount } from '@/lib/amount'

/** The profile as its form holds it. */
export interface ProfileValues {
  headline: string
  bio: string
  skills: string[]
  rate: string
  currency: Currency
  country: string
  location: string
  links: { label: string; url: string }[]
}

export function valuesOf(profile: Profile): ProfileValues {
  return {
    headline: profile.headline,
    bio: profile.bio,
    skills: profile.skills,
    rate: profile.rate ? amountText(profile.rate.amount) : '',
    currency: profile.rate?.currency ?? 'usd',
    country: profile.country ?? '',
    location: profile.location ?? '',
    links: profile.links.map(({ label, url }) => ({ label, url })),
  }
}

/** What is sent; null when the rate is no amount. */
export function changeOf(values: ProfileValues): UpdateMe | null {
  const amount = values.rate.trim() ? parseAmount(values.rate) : 0
  if (amount === null) return null
  return {
    headline: values.headline,
    bio: values.bio,
    skills: values.skills,
    rate: amount > 0 ? { amount, currency: values.currency } : null,
    country: values.country || null,
    location: values.location || null,
    links: values.links,
  }
}

const fields = ['headline', 'bio', 'skills', 'rate', 'currency', 'country', 'location', 'links']

/** The server speaks of a whole link; the form shows it at the address. */
export const linkFields = ({ links }: ProfileValues) =>
  Object.fromEntries(links.map((_link, place) => [`links.${place}`, `links.${place}.url`]))

/** Whether the form has a place for an error. */
export const isField = (name: string) => fields.includes(name) || /^links\.\d+\.url$/.test(name)
