import type { LedgerEntry, LedgerHead } from '@/api/types'

/**
 * Checks a contract's ledger here, in the reader's own browser: what `shared/payments/src/chain.rs` says of the form, and
 * nothing that the server says of itself.
 */

export type Verdict =
  | { kind: 'whole'; entries: number }
  /** `at` is the entry that is not as it was booked, by its place in the list. */
  | { kind: 'broken'; at: number; why: Why }
  | { kind: 'unable' }

export type Why =
  /** What it says is not what was hashed. */
  | 'changed'
  /** It does not name the hash of the one before it, or has another number: one was taken out, put in or moved. */
  | 'order'
  /** Its amounts do not come to zero. */
  | 'sum'
  /** The last entry is not the one that the chain should end with. */
  | 'end'
  /** It was shown otherwise on this device before. */
  | 'seen'

const BEGINNING = '0'.repeat(64)

/** What is hashed. `JSON.stringify` writes an array of texts and whole numbers as RFC 8785 does. */
export const canonical = (contractId: string, entry: LedgerEntry): string =>
  JSON.stringify([
    'proconnect-ledger-1',
    contractId,
    entry.sequence,
    entry.id,
    entry.at,
    entry.cause,
    entry.currency,
    entry.entries.map(({ account, amount }) => [account, amount]),
    entry.previousHash,
  ])

async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

const sum = (entry: LedgerEntry) => entry.entries.reduce((total, { amount }) => total + amount, 0)

async function wrong(
  contractId: string,
  entry: LedgerEntry,
  place: { sequence: number; previous: string },
): Promise<Why | null> {
  if (entry.sequence !== place.sequence || entry.previousHash !== place.previous) return 'order'
  if ((await sha256(canonical(contractId, entry))) !== entry.hash) return 'changed'
  return sum(entry) === 0 ? null : 'sum'
}

/** The whole ledger, oldest first. What was booked before entries were chained stands in front, and cannot be checked. */
export async function verify(
  contractId: string,
  all: LedgerEntry[],
  head: LedgerHead | null,
  seen: LedgerHead | null = null,
): Promise<Verdict> {
  // Only there on pages that came over a safe connection.
  if (!('subtle' in crypto)) return { kind: 'unable' }
  const chained = all.findIndex(({ sequence }) => sequence !== null)
  const first = chained < 0 ? all.length : chained
  let previous = BEGINNING
  for (const [index, entry] of all.slice(first).entries()) {
    const why = await wrong(contractId, entry, { sequence: index + 1, previous })
    if (why) return { kind: 'broken', at: first + index, why }
    if (seen?.sequence === entry.sequence && seen.hash !== entry.hash)
      return { kind: 'broken', at: first + index, why: 'seen' }
    previous = entry.hash ?? ''
  }
  const entries = all.length - first
  const last = { sequence: entries, hash: previous }
  const ends = head ? head.sequence === last.sequence && head.hash === last.hash : entries === 0
  if (!ends) return { kind: 'broken', at: all.length - 1, why: 'end' }
  // Shorter than it was: whoever cut it has moved its head as well.
  if (seen && seen.sequence > entries) return { kind: 'broken', at: all.length - 1, why: 'seen' }
  return { kind: 'whole', entries }
}
