import type { NoticePreferences } from '@/api/types'
import { SelectField } from '@/components/form/select-field'
import { Button } from '@/components/ui/button'
import { Segmented } from '@/components/ui/segmented'
import { useNow } from '@/lib/use-now'
import { waitsForSummary } from './choices'
import { hourName, ownZone, timeIn, zoneName, zones } from './time-zones'
import * as words from './words'

const hours = Array.from({ length: 24 }, (_, hour) => hour)

const digests = [
  { value: 'off' as const, label: words.off },
  { value: 'daily' as const, label: words.everyDay },
]

interface Props {
  value: NoticePreferences
  onDigest: (digest: NoticePreferences['digest']) => void
  onChange: (change: Partial<NoticePreferences>) => void
}

/** Whether there is a summary, when, and by whose clock. */
export function SummaryFields({ value, onDigest, onChange }: Props) {
  const now = useNow()
  const own = ownZone()
  return (
    <div className="space-y-5">
      <p className="text-ink-muted">{words.summaryText}</p>
      <Segmented
        label={words.summary}
        name="digest"
        value={value.digest}
        onChange={onDigest}
        options={digests}
      />
      {waitsForSummary(value) && <p className="text-sm">{words.waitsForSummary}</p>}
      <div className="grid items-start gap-5 sm:grid-cols-[8rem_1fr]">
        <SelectField
          name="digestHour"
          label={words.hour}
          disabled={value.digest === 'off'}
          value={value.digestHour}
          onChange={(event) => onChange({ digestHour: Number(event.target.value) })}
        >
          {hours.map((hour) => (
            <option key={hour} value={hour}>
              {hourName(hour)}
            </option>
          ))}
        </SelectField>
        <SelectField
          name="timeZone"
          label={words.timeZone}
          help={words.timeThere(timeIn(value.timeZone, now))}
          value={value.timeZone}
          onChange={(event) => onChange({ timeZone: event.target.value })}
        >
          {zones(value.timeZone, own).map((zone) => (
            <option key={zone} value={zone}>
              {zoneName(zone)}
            </option>
          ))}
        </SelectField>
      </div>
      {own !== value.timeZone && (
        <Button variant="quiet" size="sm" icon="clock" onClick={() => onChange({ timeZone: own })}>
          {words.useZone(zoneName(own))}
        </Button>
      )}
    </div>
  )
}
