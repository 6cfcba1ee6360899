import { useEffect, useRef, useState } from 'react'
import { type ApiProblem, toProblem } from '@/api/problem'
import type { Page } from '@/api/types'
import { announce } from '@/components/ui/announcer'
import * as words from './talk-words'

/** Typing goes on: a search begins when it pauses. */
const PAUSE = 300
/** As the server has it. */
const LEAST = 2
/** Of Chinese, Japanese and Thai one letter is a word. */
const DENSE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u

export const isSearch = (query: string) => [...query.trim()].length >= LEAST || DENSE.test(query)

interface Found<T> {
  query: string
  items: T[]
  nextCursor: string | null
}

/** What a search finds, as it is typed; a later question overtakes an earlier one. */
export function useHits<T>(typed: string, ask: (query: string, cursor: string | null) => Promise<Page<T>>) {
  const [found, setFound] = useState<Found<T> | null>(null)
  const [problem, setProblem] = useState<ApiProblem | null>(null)
  const [busy, setBusy] = useState(false)
  const turn = useRef(0)
  const query = typed.trim().slice(0, 100)

  async function run(cursor: string | null, before: T[]): Promise<void> {
    const own = (turn.current += 1)
    setBusy(true)
    setProblem(null)
    try {
      const page = await ask(query, cursor)
      if (own !== turn.current) return
      const items = [...before, ...page.items]
      setFound({ query, items, nextCursor: page.nextCursor })
      announce(items.length > 0 || page.nextCursor ? words.hits(items.length) : words.noHits(query))
    } catch (error) {
      if (own === turn.current) setProblem(toProblem(error))
    } finally {
      if (own === turn.current) setBusy(false)
    }
  }

  useEffect(() => {
    turn.current += 1
    if (!isSearch(query)) return
    const timer = setTimeout(() => void run(null, []), PAUSE)
    return () => clearTimeout(timer)
    // eslint-disable-next-line react-hooks/exhaustive-deps -- a search for each question
  }, [query])

  return {
    found: isSearch(query) && found && !problem ? found : null,
    problem: isSearch(query) ? problem : null,
    busy,
    more: () => found && void run(found.nextCursor, found.items),
    again: () => void run(null, []),
  }
}
