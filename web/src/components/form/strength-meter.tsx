import { cx } from '@/lib/class-names'
import { strengthOf, strengthText } from '@/lib/password-strength'
import * as words from './words'

const colours = ['bg-danger', 'bg-warning', 'bg-accent', 'bg-success']

/** How strong a new password is, while it is typed. Its height is there before, so that nothing moves. */
export function StrengthMeter({ password }: { password: string }) {
  const strength = strengthOf(password)
  return (
    <div className="mt-2 flex h-4 items-center gap-3 text-xs">
      {password && (
        <>
          <span aria-hidden="true" className="grid flex-1 grid-cols-4 gap-1">
            {strengthText.map((text, place) => (
              <span
                key={text}
                className={cx('h-1 rounded-full', place <= strength ? colours[strength] : 'bg-line')}
              />
            ))}
          </span>
          <span role="status" className="w-36 text-right text-ink-muted">
            <span className="sr-only">{words.strength} </span>
            {strengthText[strength]}
          </span>
        </>
      )}
    </div>
  )
}
