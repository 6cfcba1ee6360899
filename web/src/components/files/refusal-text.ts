import type { StoredFile } from '@/api/types'
import * as refusal from './refusal-words'
import * as words from './words'

/** Why a file was refused; of one that is not what it says, also what it looks like. */
export function refusalText({ problem, detectedType }: StoredFile): string {
  const reason = problem?.detail ?? words.refused
  if (problem?.code !== 'wrong_type' || !detectedType) return reason
  return refusal.looksLike(reason, refusal.looks[detectedType] ?? detectedType)
}
