import { type ApiProblem, toProblem } from '@/api/problem'
import { Button } from './button'
import { Icon } from './icon'
import { TryAgainIn } from './try-again-in'

interface Props {
  error: unknown
  what: string
  onRetry: () => void
  busy?: boolean
}

/** What passes by itself: it is tried again after a while without being asked. */
const passes = ({ status }: ApiProblem) => status === 0 || status === 429 || status >= 500
const WAIT = 20

function sentence(problem: ApiProblem, what: string): string {
  if (problem.status === 404) return `This does not exist, or it is not yours to see.`
  if (problem.status === 0) return problem.detail
  if (problem.status === 429) return 'That was a lot at once. This will load by itself in a moment.'
  return problem.status >= 500 ? `We could not load ${what}. Nothing of yours is lost.` : problem.detail
}

export function ErrorState({ error, what, onRetry, busy }: Props) {
  const problem = toProblem(error)
  return (
    <div
      role="alert"
      className="flex flex-col items-center rounded-card border border-line bg-surface px-6 py-10 text-center"
    >
      <span className="mb-4 grid size-12 place-items-center rounded-full bg-danger-soft text-danger">
        <Icon name="alert" className="size-6" />
      </span>
      <p className="text-lg font-semibold">
        {problem.status === 404 ? 'Not found' : `Could not load ${what}`}
      </p>
      <p className="mt-1 max-w-narrow text-ink-muted">{sentence(problem, what)}</p>
      {problem.requestId && problem.status >= 500 && (
        <p className="mt-1 text-xs text-ink-muted">Reference: {problem.requestId}</p>
      )}
      {passes(problem) && !busy && (
        <p className="mt-3 text-sm text-ink-muted">
          <TryAgainIn seconds={problem.retryAfter ?? WAIT} onDue={onRetry} />
        </p>
      )}
      <Button variant="secondary" icon="refresh" className="mt-5" onClick={onRetry} busy={busy}>
        Try again
      </Button>
    </div>
  )
}
