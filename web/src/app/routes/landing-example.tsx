import { Badge } from '@/components/ui/badge'
import { Icon } from '@/components/ui/icon'
import { cx } from '@/lib/class-names'

const milestones = [
  { title: 'Three drafts', amount: '$150.00', done: true },
  { title: 'Final files', amount: '$250.00', done: false },
]

/** What a contract looks like, drawn without data: it says that it is an example. */
export function ExampleContract() {
  return (
    <figure className="rounded-card border border-line bg-surface p-5 shadow-raised sm:p-7">
      <figcaption className="mb-5 flex items-center justify-between gap-3 text-sm text-ink-muted">
        <span>An example contract</span>
        <Badge tone="neutral" icon="contracts">
          A logo for a bakery
        </Badge>
      </figcaption>
      <ol className="relative space-y-5 before:absolute before:top-4 before:bottom-10 before:left-3.5 before:w-px before:bg-edge">
        {milestones.map(({ title, amount, done }, place) => (
          <li key={title} className="relative pl-11">
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
                {done ? 'Approved' : 'In review'}
              </Badge>
              <Badge tone={done ? 'success' : 'accent'} icon={done ? 'payments' : 'lock'}>
                {done ? 'Paid to the freelancer' : 'Held for the freelancer'}
              </Badge>
            </div>
          </li>
        ))}
      </ol>
      <div className="mt-5 rounded-md border border-l-4 border-edge border-l-accent p-4 text-sm">
        <div className="flex items-baseline justify-between gap-3">
          <p className="flex items-center gap-2 font-semibold">
            <Icon name="clock" className="size-4 text-accent-text" />
            The client’s turn
          </p>
          <p className="tabular font-semibold">$225.00</p>
        </div>
        <p className="mt-1 text-ink-muted">
          Without an answer within 14 days, the milestone is approved and $225.00 goes to the freelancer.
        </p>
      </div>
    </figure>
  )
}
