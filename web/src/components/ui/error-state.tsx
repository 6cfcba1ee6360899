import { type ApiProblem, toProblem } from '@/api/problem'
import * as common from '@/words/common'
import { Button } from './button'
import { Icon } from './icon'
import { TryAgainIn } from './try-again-in'
import * as words from './words'

interface Props {
  error: unknown
  /** What could not be loaded: `Could not load the bids`. */
  title: string
  onRetry: () => void
  busy?: boolean
}

/** What passes by itself: it is tried again after a while without being asked. */
const passes = ({ status }: ApiProblem) => status === 0 || status === 429 || status >= 500
const WAIT = 20

function sentence(problem: ApiProblem): string {
  if (problem.status === 404) return words.notFoundText
  if (problem.status === 0) return problem.detail
  if (problem.status === 429) return words.tooMuch
  return problem.status >= 500 ? words.ourFault : problem.detail
}

export function ErrorState({ error, title, onRetry, busy }: Props) {
  const problem = toProblem(error)
  return (
    <div
      role="alert"
      className="flex flex-col items-center rounded-card border border-line bg-surface px-6 py-10 text-center"
    >
      <span className="mb-4 grid size-12 place-items-center rounded-full bg-danger-soft text-danger">
        <Icon name="alert" className="size-6" />
      </span>
      <p className="text-lg font-semibold">{problem.status === 404 ? words.notFound : title}</p>
      <p className="mt-1 max-w-narrow text-ink-muted">{sentence(problem)}</p>
      {problem.requestId && problem.status >= 500 && (
        <p className="mt-1 text-xs text-ink-muted">{words.reference(problem.requestId)}</p>
      )}
      {passes(problem) && !busy && (
        <p className="mt-3 text-sm text-ink-muted">
          <TryAgainIn seconds={problem.retryAfter ?? WAIT} onDue={onRetry} />
        </p>
      )}
      <Button variant="secondary" icon="refresh" className="mt-5" onClick={onRetry} busy={busy}>
        {common.tryAgain}
      </Button>
    </div>
  )
}
