import type { BillingProfile, UpdateBilling } from '@/api/types'

/** The billing profile as its form holds it. */
export interface BillingValues {
  legalName: string
  lines: { text: string }[]
  postalCode: string
  city: string
  region: string
  country: string
  taxNumber: string
  reference: string
}

/** As many lines as an address has at most. */
const LINES = 3

export function valuesOf(billing: BillingProfile): BillingValues {
  const lines = Array.from({ length: LINES }, (_, place) => ({ text: billing.addressLines[place] ?? '' }))
  return {
    legalName: billing.legalName ?? '',
    lines,
    postalCode: billing.postalCode ?? '',
    city: billing.city ?? '',
    region: billing.region ?? '',
    country: billing.country ?? '',
    taxNumber: billing.taxNumber ?? '',
    reference: billing.reference ?? '',
  }
}

/** What is sent; what is empty is cleared. */
export function changeOf({ lines, ...values }: BillingValues): UpdateBilling {
  return { ...values, addressLines: lines.map(({ text }) => text) }
}

const fields = ['legalName', 'postalCode', 'city', 'region', 'country', 'taxNumber', 'reference']

/** Whether the form has a place for an error. */
export const isField = (name: string) => fields.includes(name) || /^lines\.\d\.text$/.test(name)

/** The request's address is a list of texts. */
export const lineFields = Object.fromEntries(
  Array.from({ length: LINES }, (_, place) => [`addressLines.${place}`, `lines.${place}.text`]),
)
