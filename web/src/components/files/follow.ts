import { fileState } from '@/api/files'
import { toProblem } from '@/api/problem'
import type { StoredFile } from '@/api/types'
import { live } from '@/live/live'
import { type Listening, listenFor } from './decision'
import { refusalText } from './refusal-text'
import { type Step, unchecked } from './step'

export interface Watch {
  signal: AbortSignal
  onStep: (step: Step) => void
  /** The server has it no longer: nothing was attached to anything for a day, or another tab removed it. */
  onGone: () => void
}

/** Waits for the end of the check. Never throws: the last step says how it ended. */
export async function follow(id: string, watch: Watch, heard?: Listening): Promise<void> {
  const listening = heard ?? listenFor(id, watch.signal)
  try {
    const file = await decision(id, watch, listening, !!heard)
    if (file.status === 'clean') watch.onStep({ at: 'clean' })
    else if (file.status === 'removed') watch.onGone()
    else watch.onStep({ at: 'refused', text: refusalText(file) })
  } catch (error) {
    if (watch.signal.aborted) return
    if (toProblem(error).status === 404) watch.onGone()
    else watch.onStep(unchecked(error))
  } finally {
    listening.stop()
  }
}

const isDecided = ({ status }: StoredFile) => status !== 'pending' && status !== 'scanning'

/** It is told over the live connection, and asked for now and then in case it was not. */
async function decision(
  id: string,
  { signal, onStep }: Watch,
  listening: Listening,
  heardAll: boolean,
): Promise<StoredFile> {
  const began = Date.now()
  for (let tries = 0; ; tries += 1) {
    const waited = Date.now() - began
    onStep({ at: 'checking', slow: waited > 120_000 })
    // What was sent before this page was opened may be decided already, and is not told again.
    const wait = tries === 0 && (!heardAll || !live.isOpen()) ? 500 : askAfter(waited)
    const open = live.isOpen()
    const told = await listening.within(wait)
    // Lost while waiting: from now on it is asked for more often.
    if (!told && open && !live.isOpen()) continue
    const file = told ?? (await ask(id, signal))
    if (file && isDecided(file)) return file
  }
}

/** Null when there is no answer just now: the file has arrived, so nothing is to be sent again. */
async function ask(id: string, signal: AbortSignal): Promise<StoredFile | null> {
  try {
    return await fileState(id, signal)
  } catch (error) {
    const { code, status } = toProblem(error)
    const passes = code === 'network_error' || status === 429 || status >= 500
    if (signal.aborted || !passes) throw error
    return null
  }
}

function askAfter(waited: number): number {
  if (live.isOpen()) return 15_000
  return waited < 20_000 ? 1000 : 5000
}
