import { useSearchParams } from 'react-router'
import type { ToldFilter } from '@/api/told'
import { Page } from '@/components/layout/page'
import { categories, isCategory } from '@/components/notifications/categories'
import { MarkAll } from '@/components/notifications/mark-all'
import { ToldList } from '@/components/notifications/told-list'
import * as words from '@/components/notifications/words'
import { ButtonLink } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Segmented } from '@/components/ui/segmented'
import { paths } from '@/config/paths'

const views = [
  { value: 'all', label: words.all },
  { value: 'unread', label: words.unread },
]

/** Everything that somebody was told. What is shown of it stands in the address. */
export default function Notifications() {
  const [params, setParams] = useSearchParams()
  const about = params.get('about')
  const category = isCategory(about) ? about : undefined
  const unread = params.get('show') === 'unread'
  const filter: ToldFilter = { ...(category && { category }), ...(unread && { unread }) }

  function choose(name: string, value: string): void {
    const next = new URLSearchParams(params)
    if (value) next.set(name, value)
    else next.delete(name)
    setParams(next, { replace: true })
  }

  return (
    <Page
      title={words.notifications}
      width="form"
      actions={
        <ButtonLink to={paths.notificationSettings()} variant="secondary" size="sm">
          {words.settings}
        </ButtonLink>
      }
    >
      <div className="mb-4 flex flex-wrap items-center justify-between gap-3">
        <div className="flex min-w-0 flex-wrap items-center gap-3">
          <Segmented
            label={words.show}
            name="view"
            value={unread ? 'unread' : 'all'}
            onChange={(value) => choose('show', value === 'unread' ? value : '')}
            options={views}
          />
          <About value={category ?? ''} onChange={(value) => choose('about', value)} />
        </div>
        <div className="ml-auto">
          <MarkAll filter={filter} />
        </div>
      </div>
      <Card flush className="p-1 sm:p-2">
        <ToldList filter={filter} />
      </Card>
    </Page>
  )
}

function About({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  return (
    <>
      <label htmlFor="told-about" className="sr-only">
        {words.about}
      </label>
      <select
        id="told-about"
        value={value}
        onChange={(event) => onChange(event.target.value)}
        className="min-h-10 max-w-full rounded-md border border-edge bg-surface px-3 text-sm font-semibold"
      >
        <option value="">{words.everything}</option>
        {Object.entries(categories).map(([category, { name }]) => (
          <option key={category} value={category}>
            {name}
          </option>
        ))}
      </select>
    </>
  )
}
