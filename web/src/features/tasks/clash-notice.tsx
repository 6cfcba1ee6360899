import { useEffect, useRef } from 'react'
import type { BudgetType, Category, Currency } from '@/api/types'
import { fieldId } from '@/components/form/field-id'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { categories } from '@/lib/labels'
import { formatPlainDate } from '@/lib/time'
import * as form from './form-words'
import * as words from './own-words'
import type { Clash, Field } from './task-values'

interface Props {
  clashes: Clash[]
  onTake: (clash: Clash) => void
  onKeep: (clash: Clash) => void
}

/**
 * What two windows have made of the same field: nothing is lost, and the person chooses. Without such a field, they look again.
 * It gets focus, since who has pressed the button below may not see it.
 */
export default function ClashNotice({ clashes, onTake, onKeep }: Props) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.focus(), [])
  const choose = (settle: (clash: Clash) => void) => (clash: Clash) => {
    const next = clashes.length > 1 ? box.current : document.getElementById(fieldId(clash.field))
    next?.focus()
    settle(clash)
  }
  return (
    <div ref={box} tabIndex={-1}>
      <Notice tone="warning" title={words.clashTitle}>
        <p>{clashes.length > 0 ? words.clashText : words.noClash}</p>
        <ul className="mt-3 space-y-3 empty:hidden">
          {clashes.map((clash) => (
            <li key={clash.field}>
              <Said clash={clash} />
              <div className="mt-2 flex flex-wrap gap-2">
                <Choice said={words.takeTheirs} clash={clash} variant="secondary" onChoose={choose(onTake)} />
                <Choice said={words.keepMine} clash={clash} variant="quiet" onChoose={choose(onKeep)} />
              </div>
            </li>
          ))}
        </ul>
      </Notice>
    </div>
  )
}

interface ChoiceProps {
  said: string
  clash: Clash
  variant: 'secondary' | 'quiet'
  onChoose: (clash: Clash) => void
}

function Choice({ said, clash, variant, onChoose }: ChoiceProps) {
  return (
    <Button
      size="sm"
      variant={variant}
      aria-label={words.forField(said, words.fields[clash.field])}
      onClick={() => onChoose(clash)}
    >
      {said}
    </Button>
  )
}

function Said({ clash: { field, theirs } }: { clash: Clash }) {
  if (field === 'description') {
    return (
      <details>
        <summary className="cursor-pointer">{words.clashRich}</summary>
        {/* Sanitised by the server, as on the task's own page. */}
        <div dir="auto" className="rich-text mt-2" dangerouslySetInnerHTML={{ __html: theirs as string }} />
      </details>
    )
  }
  const text = shown(field, theirs)
  const name = words.fields[field]
  return (
    <p className="wrap-anywhere">
      {text ? words.clashField(name, <bdi>{text}</bdi>) : words.clashEmpty(name)}
    </p>
  )
}

const kinds: Record<BudgetType, string> = { fixed: form.fixedPrice, hourly: form.byTheHour }
const currencies: Record<Currency, string> = { usd: form.dollar, eur: form.euro, gbp: form.pound }

/** As its field would show it. */
function shown(field: Field, value: Clash['theirs']): string {
  if (Array.isArray(value)) return value.join(', ')
  switch (field) {
    case 'category':
      return categories[value as Category]
    case 'type':
      return kinds[value as BudgetType]
    case 'currency':
      return currencies[value as Currency]
    case 'deadline':
      return formatPlainDate(value)
    default:
      return value
  }
}
