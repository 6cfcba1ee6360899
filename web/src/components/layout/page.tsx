import type { ReactNode } from 'react'
import { cx } from '@/lib/class-names'
import { useArrival } from './use-arrival'

interface Props {
  title: string
  /** Under the title. */
  intro?: ReactNode
  /** Beside the title. */
  actions?: ReactNode
  width?: 'page' | 'form' | 'narrow'
  children: ReactNode
}

const widths = { page: 'max-w-page', form: 'max-w-form', narrow: 'max-w-narrow' }

/** A page: names the tab, and after a navigation moves focus to its heading so that it is read out. */
export function Page({ title, intro, actions, width = 'page', children }: Props) {
  const heading = useArrival(title)

  return (
    <div className={cx('mx-auto px-4 py-6 sm:px-6 sm:py-8', widths[width])}>
      <div className="mb-6 flex flex-wrap items-start justify-between gap-4">
        <div className="min-w-0">
          <h1 ref={heading} tabIndex={-1} dir="auto" className="text-2xl font-bold wrap-anywhere sm:text-3xl">
            {title}
          </h1>
          {intro && <div className="mt-1.5 max-w-reading text-ink-muted">{intro}</div>}
        </div>
        {actions && <div className="flex min-w-0 flex-wrap gap-3">{actions}</div>}
      </div>
      {children}
    </div>
  )
}

/** A part of a page with its heading. */
export function Section({
  title,
  aside,
  children,
}: {
  title: string
  aside?: ReactNode
  children: ReactNode
}) {
  return (
    <section className="mt-8 first:mt-0">
      <div className="mb-3 flex flex-wrap items-baseline justify-between gap-2">
        <h2 className="text-xl font-semibold">{title}</h2>
        {aside}
      </div>
      {children}
    </section>
  )
}
