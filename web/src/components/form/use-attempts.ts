import { useState } from 'react'

/** Counts the attempts to send a form that failed, so that each moves focus to the summary anew. */
export function useAttempts(): [number, () => void] {
  const [attempts, setAttempts] = useState(0)
  return [attempts, () => setAttempts((count) => count + 1)]
}
