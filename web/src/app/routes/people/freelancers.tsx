import { type FormEvent, useState } from 'react'
import { Link, useSearchParams } from 'react-router'
import { useSearchFreelancersInfiniteQuery } from '@/api/people-api'
import type { Currency } from '@/api/types'
import { AmountField } from '@/components/form/amount-field'
import { SelectField } from '@/components/form/select-field'
import { TextField } from '@/components/form/text-field'
import { Page } from '@/components/layout/page'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { PagedList } from '@/components/ui/paged-list'
import { paths } from '@/config/paths'
import { TalentCard } from '@/features/people/talent-card'
import { amountProblem, amountText, parseAmount } from '@/lib/amount'
import { currencies, currencyName } from '@/lib/format'
import { useUser } from '@/lib/session'

const names = ['q', 'skill', 'rateMax', 'currency', 'location'] as const

const words = (text: string) =>
  text
    .split(',')
    .map((word) => word.trim())
    .filter(Boolean)

export default function Freelancers() {
  const [params, setParams] = useSearchParams()
  const user = useUser()
  const value = (name: string) => params.get(name) ?? ''
  const currency = currencies.find((code) => code === value('currency'))
  const [chosen, setChosen] = useState(currency ?? 'usd')
  const [unclear, setUnclear] = useState<string | null>(null)
  const query = useSearchFreelancersInfiniteQuery({
    q: value('q') || undefined,
    skill: words(value('skill')),
    location: value('location') || undefined,
    rateMax: parseAmount(value('rateMax')) ?? undefined,
    currency,
  })

  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const next = new URLSearchParams()
    for (const name of names) {
      const text = String(form.get(name) ?? '').trim()
      if (text) next.set(name, text)
    }
    const wanted = next.get('rateMax')
    const problem = wanted ? amountProblem(wanted) : null
    setUnclear(problem)
    if (problem) return
    if (wanted) next.set('rateMax', amountText(parseAmount(wanted) ?? 0))
    // A currency says something of a rate only, and dollars are what is meant without one.
    if (!next.has('rateMax') || next.get('currency') === 'usd') next.delete('currency')
    setParams(next, { replace: true })
  }

  const clear = () => setParams(new URLSearchParams(), { replace: true })
  return (
    <Page
      title="Find talent"
      intro="Freelancers, with what they do and what they charge."
      actions={
        user && (
          <Link to={paths.savedTalent()} className="link self-center">
            Saved freelancers
          </Link>
        )
      }
    >
      <form role="search" aria-label="Freelancers" onSubmit={submit} key={params.toString()} className="mb-6">
        <div className="grid items-end gap-4 sm:grid-cols-2 lg:grid-cols-[2fr_1fr_1fr_auto_1fr_auto]">
          <TextField name="q" type="search" label="Search freelancers" defaultValue={value('q')} />
          <TextField name="skill" label="Skills" placeholder="React, CSS" defaultValue={value('skill')} />
          <AmountField
            name="rateMax"
            label="Hourly rate up to"
            currency={chosen}
            error={unclear ?? undefined}
            defaultValue={value('rateMax')}
          />
          <SelectField
            name="currency"
            label="Currency"
            value={chosen}
            onChange={(event) => setChosen(event.target.value as Currency)}
          >
            {currencies.map((code) => (
              <option key={code} value={code}>
                {currencyName(code)}
              </option>
            ))}
          </SelectField>
          <TextField name="location" label="Location" defaultValue={value('location')} />
          <Button type="submit" icon="search">
            Search
          </Button>
        </div>
      </form>
      <PagedList
        query={query}
        noun="freelancers"
        counted
        shape="h-40"
        empty={
          <EmptyState
            icon="search"
            title="Nobody matches"
            action={
              <Button variant="secondary" onClick={clear}>
                Clear the search
              </Button>
            }
          >
            Try fewer words, or a higher rate.
          </EmptyState>
        }
      >
        {(freelancer) => <TalentCard freelancer={freelancer} />}
      </PagedList>
    </Page>
  )
}
