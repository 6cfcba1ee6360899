import { type FormEvent, useState } from 'react'
import { useSaveNoticePreferencesMutation } from '@/api/notification-settings-api'
import { type ApiProblem, toProblem } from '@/api/problem'
import type { NoticePreferences } from '@/api/types'
import { Section } from '@/components/layout/page'
import { announce } from '@/components/ui/announcer'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Notice } from '@/components/ui/notice'
import { notify } from '@/components/ui/notify'
import { withCategory, withDigest } from './choices'
import { KindChoice } from './kind-choice'
import { SummaryFields } from './summary-fields'
import { ownZone } from './time-zones'
import * as words from './words'

interface Props {
  stored: NoticePreferences
  /** What is stored is being asked for: what is saved now might be refused again. */
  isAsking: boolean
  /** Somebody else has saved in the meantime: what is stored now is asked for. */
  onStale: () => void
}

const sentence = ({ status, detail }: ApiProblem) => (status === 409 ? words.changedElsewhere : detail)

/** Whoever has chosen nothing yet is where their device is. */
const prefilled = (stored: NoticePreferences) =>
  stored.version === 0 ? { ...stored, timeZone: ownZone() } : stored

/** Every kind, on one page. What was chosen here stays, whatever is stored meanwhile. */
export function SettingsForm({ stored, isAsking, onStale }: Props) {
  const [chosen, setChosen] = useState(() => prefilled(stored))
  const [save, { isLoading, error }] = useSaveNoticePreferencesMutation()

  function choose(next: NoticePreferences): void {
    if (next.digest !== chosen.digest)
      announce(next.digest === 'daily' ? words.summaryTurnedOn : words.summaryTurnedOff)
    setChosen(next)
  }

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault()
    const { data, error: refusal } = await save({ ...chosen, version: stored.version })
    if (refusal && toProblem(refusal).status === 409) onStale()
    if (!data) return
    setChosen(data)
    notify.success(words.saved)
  }

  return (
    <form noValidate onSubmit={(event) => void submit(event)}>
      <Section title={words.byKind}>
        <Card className="py-1! sm:py-2!">
          <p className="border-b border-line py-4 text-sm text-ink-muted">{words.alwaysMailedText}</p>
          <ul className="divide-y divide-line">
            {chosen.categories.map((choice) => (
              <li key={choice.category}>
                <KindChoice
                  choice={choice}
                  onChange={(change) => choose(withCategory(chosen, choice.category, change))}
                />
              </li>
            ))}
          </ul>
        </Card>
      </Section>
      <Section title={words.summary}>
        <Card>
          <SummaryFields
            value={chosen}
            onDigest={(digest) => choose(withDigest(chosen, digest))}
            onChange={(change) => choose({ ...chosen, ...change })}
          />
        </Card>
      </Section>
      {error && (
        <Notice tone="danger" live className="mt-5">
          {sentence(toProblem(error))}
        </Notice>
      )}
      <Button type="submit" className="mt-5 w-full sm:w-auto" busy={isLoading || isAsking}>
        {words.save}
      </Button>
    </form>
  )
}
