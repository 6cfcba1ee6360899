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
import * as words from '@/features/people/words'
import { amountProblem, amountText, parseAmount } from '@/lib/amount'
import { currencies, currencyName } from '@/lib/format'
import { useUser } from '@/lib/session'
import * as common from '@/words/common'

const names = ['q', 'skill', 'rateMax', 'currency', 'location'] as const

const listed = (text: string) =>
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
    skill: listed(value('skill')),
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

  // Without a search, an empty list is no fault of the search.
  const narrowed = names.some((name) => value(name) !== '')
  const clear = () => setParams(new URLSearchParams(), { replace: true })
  return (
    <Page
      title={common.findTalent}
      intro={words.findTalentIntro}
      actions={
        user && (
          <Link to={paths.savedTalent()} className="link self-center">
            {words.savedFreelancers}
          </Link>
        )
      }
    >
      <form
        role="search"
        aria-label={words.freelancers}
        onSubmit={submit}
        key={params.toString()}
        className="mb-6"
      >
        <div className="grid items-end gap-4 sm:grid-cols-2 lg:grid-cols-[2fr_1fr_1fr_auto_1fr_auto]">
          <TextField name="q" type="search" label={words.searchFreelancers} defaultValue={value('q')} />
          <TextField
            name="skill"
            label={common.skills}
            placeholder={words.skillsExample}
            defaultValue={value('skill')}
          />
          <AmountField
            name="rateMax"
            label={words.rateUpTo}
            currency={chosen}
            error={unclear ?? undefined}
            defaultValue={value('rateMax')}
          />
          <SelectField
            name="currency"
            label={common.currency}
            value={chosen}
            onChange={(event) => setChosen(event.target.value as Currency)}
          >
            {currencies.map((code) => (
              <option key={code} value={code}>
                {currencyName(code)}
              </option>
            ))}
          </SelectField>
          <TextField name="location" label={common.location} defaultValue={value('location')} />
          <Button type="submit" icon="search">
            {common.search}
          </Button>
        </div>
      </form>
      <PagedList
        query={query}
        loading={words.loadingFreelancers}
        failed={words.freelancersNotLoaded}
        search={words.found}
        shape="h-40"
        empty={
          narrowed ? (
            <EmptyState
              icon="search"
              title={words.noMatch}
              action={
                <Button variant="secondary" onClick={clear}>
                  {common.clearSearch}
                </Button>
              }
            >
              {words.noMatchNext}
            </EmptyState>
          ) : (
            <EmptyState icon="search" title={words.noneYet}>
              {words.noneYetNext}
            </EmptyState>
          )
        }
      >
        {(freelancer) => <TalentCard freelancer={freelancer} />}
      </PagedList>
    </Page>
  )
}
