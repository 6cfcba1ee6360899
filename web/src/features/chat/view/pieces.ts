import { find } from 'linkifyjs'
import type { Place } from '@/api/types'
import { language } from '@/lib/locale'

/** A text in pieces: what leads somewhere, and what was searched for. */
export interface Piece {
  /** Where it leads; null for plain text. */
  href: string | null
  parts: { text: string; isHit: boolean }[]
}

interface Range {
  start: number
  end: number
}

const letters = new Intl.Segmenter(language, { granularity: 'grapheme' })
const MAY_OPEN = ['http:', 'https:', 'mailto:']

/** Places come in code points, strings count in halves of some; a letter with its marks is not cut. */
function toRanges(text: string, places: Place[]): Range[] {
  if (places.length === 0) return []
  const offsets = [0]
  for (const character of text) offsets.push((offsets.at(-1) ?? 0) + character.length)
  const bounds = [...letters.segment(text)].map(({ index }) => index).concat(text.length)
  return places.map(({ start, end }) => {
    const [from, to] = [offsets[start] ?? text.length, offsets[end] ?? text.length]
    return {
      start: bounds.findLast((bound) => bound <= from) ?? 0,
      end: bounds.find((bound) => bound >= to) ?? text.length,
    }
  })
}

function safe(href: string): string | null {
  try {
    return MAY_OPEN.includes(new URL(href).protocol) ? href : null
  } catch {
    return null
  }
}

/** Cuts a stretch where hits begin and end. */
function partsOf(text: string, { start, end }: Range, hits: Range[]): Piece['parts'] {
  const cuts = hits.flatMap((hit) => [hit.start, hit.end]).filter((cut) => cut > start && cut < end)
  const places = [start, ...cuts, end]
  return places.slice(0, -1).map((from, place) => ({
    text: text.slice(from, places[place + 1]),
    isHit: hits.some((hit) => from >= hit.start && from < hit.end),
  }))
}

export function piecesOf(text: string, places: Place[] = []): Piece[] {
  const hits = toRanges(text, places)
  const pieces: Piece[] = []
  let at = 0
  const add = (end: number, href: string | null) => {
    if (end > at) pieces.push({ href, parts: partsOf(text, { start: at, end }, hits) })
    at = end
  }
  for (const link of find(text, { defaultProtocol: 'https' })) {
    const href = link.isLink ? safe(link.href) : null
    if (href === null) continue
    add(link.start, null)
    add(link.end, href)
  }
  add(text.length, null)
  return pieces
}

/** The beginning of a text, or what stands around its first hit; in whole letters. */
export function around(text: string, places: Place[], before = 40, after = 120): Piece['parts'] {
  const hits = toRanges(text, places)
  const first = hits[0]?.start ?? 0
  const bounds = [...letters.segment(text)].map(({ index }) => index)
  const place = Math.max(
    0,
    bounds.findLastIndex((bound) => bound <= first),
  )
  const start = bounds[Math.max(0, place - before)] ?? 0
  const end = bounds[place + after] ?? text.length
  const parts = partsOf(text, { start, end }, hits)
  const dots = { text: '…', isHit: false }
  return [...(start > 0 ? [dots] : []), ...parts, ...(end < text.length ? [dots] : [])]
}
