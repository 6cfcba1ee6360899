import { Badge } from '@/components/ui/badge'
import { Icon } from '@/components/ui/icon'
import { cx } from '@/lib/class-names'
import * as words from './landing-words'

const milestones = [
  { title: words.exampleFirst, amount: words.exampleFirstSum, done: true },
  { title: words.exampleSecond, amount: words.exampleSecondSum, done: false },
]

/** What a contract looks like, drawn without data: it says that it is an example. */
export function ExampleContract() {
  return (
    <figure className="rounded-card border border-line bg-surface p-5 shadow-raised sm:p-7">
      <figcaption className="mb-5 flex items-center justify-between gap-3 text-sm text-ink-muted">
        <span>{words.example}</span>
        <Badge tone="neutral" icon="contracts">
          {words.exampleTask}
        </Badge>
      </figcaption>
      <ol className="space-y-5">
        {milestones.map(({ title, amount, done }, place) => (
          <li
            key={title}
            className="relative pl-11 not-last:before:absolute not-last:before:top-7 not-last:before:-bottom-5 not-last:before:left-3.5 not-last:before:w-px not-last:before:bg-edge"
          >
            <span
              className={cx(
                'tabular absolute top-0 left-0 grid size-7 place-items-center rounded-full border text-sm font-semibold',
                done ? 'border-accent bg-accent text-on-accent' : 'border-edge bg-surface',
              )}
            >
              {done ? <Icon name="check" className="size-4" /> : place + 1}
            </span>
            <div className="flex items-baseline justify-between gap-3">
              <p className="font-semibold">{title}</p>
              <p className="tabular font-semibold">{amount}</p>
            </div>
            <div className="mt-2 flex flex-wrap gap-2">
              <Badge tone={done ? 'success' : 'info'} icon={done ? 'check-circle' : 'eye'}>
                {done ? words.approved : words.inReview}
              </Badge>
              <Badge tone={done ? 'success' : 'accent'} icon={done ? 'payments' : 'lock'}>
                {done ? words.paid : words.held}
              </Badge>
            </div>
          </li>
        ))}
      </ol>
      <div className="mt-5 rounded-md border border-l-4 border-edge border-l-accent p-4 text-sm">
        <p className="flex items-center gap-2 font-semibold">
          <Icon name="clock" className="size-4 text-accent-text" />
          {words.clientsTurn}
        </p>
        <p className="mt-1 text-ink-muted">{words.exampleSilence}</p>
      </div>
    </figure>
  )
}
