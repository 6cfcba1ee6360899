import { useEffect, useState } from 'react'
import type { LedgerEntry, LedgerHead } from '@/api/types'
import { personal } from '@/lib/personal'
import { verify, type Verdict } from './verify'

const key = (contractId: string) => `ledger.${contractId}`

/** The end of the chain as this person saw it last on this device. */
function seenBefore(contractId: string): LedgerHead | null {
  const [sequence, hash] = personal.box().get(key(contractId))?.split(' ') ?? []
  return sequence && hash ? { sequence: Number(sequence), hash } : null
}

/** What the browser makes of a ledger; null while it looks. A whole one is remembered, so that another cannot take its place. */
export function useVerdict(
  contractId: string,
  entries: LedgerEntry[] | undefined,
  head: LedgerHead | null,
): Verdict | null {
  const [verdict, setVerdict] = useState<Verdict | null>(null)
  useEffect(() => {
    if (!entries) return
    let current = true
    const box = personal.box()
    void verify(contractId, entries, head, seenBefore(contractId)).then((found) => {
      if (!current) return
      if (found.kind === 'whole' && head) box.set(key(contractId), `${head.sequence} ${head.hash}`)
      setVerdict(found)
    })
    return () => {
      current = false
    }
  }, [contractId, entries, head])
  return verdict
}
