import { useRef } from 'react'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { Progress } from '@/components/ui/progress'
import { Spinner } from '@/components/ui/spinner'
import { spoken } from '@/components/ui/spoken'
import { formatSize } from './limits'
import type { Entry } from './entry'
import type { Step } from './step'
import * as words from './words'

interface Props {
  entry: Entry
  onRemove: (pressed: HTMLElement) => void
  onRetry: () => void
}

/** One file on its way, with what can be done about it. */
export function EntryLine({ entry, onRemove, onRetry }: Props) {
  const { name, size, step } = entry
  const other = useRef<HTMLButtonElement>(null)
  const under = step.at === 'waiting' || step.at === 'preparing' || step.at === 'uploading'
  const again = step.at === 'failed' && (entry.content ?? entry.arrived)
  return (
    <li data-item className="rounded-md border border-line bg-surface p-3">
      <div className="flex items-start gap-3">
        <span className="mt-0.5">{mark(step)}</span>
        <div className="min-w-0 flex-1">
          <p className="text-sm font-semibold wrap-anywhere">
            {words.nameAndSize(
              <bdi>{name}</bdi>,
              <span className="tabular font-normal text-ink-muted">{formatSize(size)}</span>,
            )}
          </p>
          <p
            className={
              step.at === 'refused' || step.at === 'failed'
                ? 'text-sm text-danger'
                : 'tabular text-sm text-ink-muted'
            }
          >
            {stateOf(step, size)}
          </p>
          {again && (
            <Button
              variant="secondary"
              size="sm"
              icon="refresh"
              className="mt-2"
              onClick={() => {
                // This button goes; the other one stays.
                other.current?.focus()
                onRetry()
              }}
            >
              {words.retry(spoken(<bdi>{name}</bdi>))}
            </Button>
          )}
        </div>
        <Button
          ref={other}
          variant="quiet"
          className="shrink-0"
          size="sm"
          icon={under ? 'x' : 'trash'}
          data-remove
          onClick={(event) => onRemove(event.currentTarget)}
        >
          {spoken((under ? words.cancelFile : words.removeFile)(name))}
        </Button>
      </div>
      {step.at === 'uploading' && (
        <div className="mt-2">
          <Progress percent={Math.floor((step.sent / size) * 100)} label={words.sending(name)} />
        </div>
      )}
    </li>
  )
}

function mark({ at }: Step) {
  if (at === 'clean') return <Icon name="check-circle" className="size-5 text-success" />
  if (at === 'refused' || at === 'failed') return <Icon name="x-circle" className="size-5 text-danger" />
  if (at === 'waiting') return <Icon name="clock" className="size-5 text-ink-muted" />
  return <Spinner />
}

function stateOf(step: Step, size: number): string {
  switch (step.at) {
    case 'waiting':
      return words.waiting
    case 'preparing':
      return words.preparing
    case 'uploading':
      return progress(step, size)
    case 'checking':
      return step.slow ? words.checkingLong : words.checking
    case 'clean':
      return words.attached
    default:
      return step.text
  }
}

function progress(
  { sent, perSecond, secondsLeft }: Extract<Step, { at: 'uploading' }>,
  size: number,
): string {
  const parts = [words.sentOf(formatSize(sent), formatSize(size))]
  if (perSecond) parts.push(words.perSecond(formatSize(Math.round(perSecond))))
  if (secondsLeft && secondsLeft >= 1) parts.push(words.secondsLeft(Math.ceil(secondsLeft)))
  return parts.join(' · ')
}
