import { useEffect, useEffectEvent, useState } from 'react'
import { type ApiProblem, toProblem } from '@/api/problem'

/** Loads something when the page shows it, and again on demand; says when it did not work. */
export function useLoad(key: string | null, work: () => Promise<void>) {
  const [problem, setProblem] = useState<{ key: string | null; problem: ApiProblem } | null>(null)
  const [turn, setTurn] = useState(0)
  const [doneTurn, setDoneTurn] = useState<string | null>(null)
  const run = useEffectEvent(work)
  const now = `${key} ${turn}`
  useEffect(() => {
    if (key === null) return
    let left = false
    run()
      .then(() => !left && setProblem(null))
      .catch((error: unknown) => !left && setProblem({ key, problem: toProblem(error) }))
      .finally(() => !left && setDoneTurn(now))
    return () => {
      left = true
    }
  }, [key, now])
  return {
    problem: problem?.key === key ? problem?.problem : undefined,
    busy: key !== null && doneTurn !== now,
    again: () => setTurn((last) => last + 1),
  }
}
