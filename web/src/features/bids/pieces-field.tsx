import { useMeQuery } from '@/api/people-api'
import type { PortfolioItem } from '@/api/types'
import { WorkFace } from '@/components/files/work-face'
import { Checkbox } from '@/components/form/checkbox'
import { FieldError } from '@/components/form/field'
import { fieldId } from '@/components/form/field-id'
import { Button, ButtonLink } from '@/components/ui/button'
import { Loading, Skeleton } from '@/components/ui/skeleton'
import { paths } from '@/config/paths'
import { cx } from '@/lib/class-names'
import * as common from '@/words/common'
import { stillThere } from './bid-form'
import * as words from './form-words'

/** Mirrors shared/domain/src/profile.rs. */
const MAX_PIECES = 6

interface Props {
  name: string
  /** Ids, in the order in which they are shown. */
  value: string[]
  onChange: (value: string[]) => void
  error?: string
}

/** Which pieces of one's portfolio go with the bid. */
export function PiecesField({ name, value, onChange, error }: Props) {
  const { data: me, isError, isFetching, refetch } = useMeQuery()
  const portfolio = me?.profile.portfolio
  const chosen = stillThere(value, portfolio)
  const id = fieldId(name)
  return (
    <fieldset id={id} tabIndex={-1} aria-describedby={error && `${id}-error`}>
      <legend className="mb-1.5 text-sm font-semibold">
        {words.examples((text) => (
          <span className="font-normal text-ink-muted">{text}</span>
        ))}
      </legend>
      {portfolio ? (
        portfolio.length > 0 ? (
          <Choice id={id} portfolio={portfolio} chosen={chosen} onChange={onChange} />
        ) : (
          <NoPieces />
        )
      ) : isError ? (
        <p className="flex flex-wrap items-center gap-3 text-sm text-ink-muted">
          {words.portfolioNotLoaded}{' '}
          <Button variant="secondary" size="sm" busy={isFetching} onClick={() => void refetch()}>
            {common.tryAgain}
          </Button>
        </p>
      ) : (
        <Loading label={words.loadingPortfolio}>
          <Skeleton className="h-16" />
        </Loading>
      )}
      <FieldError id={`${id}-error`} error={error} />
    </fieldset>
  )
}

interface ChoiceProps {
  id: string
  portfolio: PortfolioItem[]
  chosen: string[]
  onChange: (value: string[]) => void
}

function Choice({ id, portfolio, chosen, onChange }: ChoiceProps) {
  const full = chosen.length >= MAX_PIECES
  const toggle = (piece: string) =>
    onChange(chosen.includes(piece) ? chosen.filter((other) => other !== piece) : [...chosen, piece])
  return (
    <>
      <ul className="grid gap-3 sm:grid-cols-2">
        {portfolio.map((piece) => (
          <li key={piece.id}>
            <Option
              piece={piece}
              checked={chosen.includes(piece.id)}
              disabled={full && !chosen.includes(piece.id)}
              reason={`${id}-help`}
              onToggle={() => toggle(piece.id)}
            />
          </li>
        ))}
      </ul>
      <p id={`${id}-help`} role="status" className="mt-1.5 text-sm text-ink-muted">
        {full ? words.enoughPieces(MAX_PIECES) : words.choosePieces(chosen.length, MAX_PIECES)}
      </p>
    </>
  )
}

interface OptionProps {
  piece: PortfolioItem
  checked: boolean
  disabled: boolean
  /** The id of the text that says why it is disabled. */
  reason: string
  onToggle: () => void
}

function Option({ piece, checked, disabled, reason, onToggle }: OptionProps) {
  return (
    <label
      className={cx(
        'flex h-full items-center gap-3 rounded-md border p-2.5',
        checked ? 'border-accent-text bg-accent-soft' : 'border-line',
        disabled ? 'cursor-not-allowed text-ink-muted' : 'cursor-pointer hover:border-edge',
      )}
    >
      <Checkbox
        checked={checked}
        disabled={disabled}
        aria-describedby={disabled ? reason : undefined}
        onChange={onToggle}
      />
      <WorkFace
        work={piece}
        alt=""
        className={cx('h-12 w-16 shrink-0 rounded-sm border border-line', disabled && 'opacity-50')}
      />
      <bdi className="min-w-0 text-sm font-semibold wrap-anywhere">{piece.title}</bdi>
    </label>
  )
}

function NoPieces() {
  return (
    <div className="rounded-md border border-dashed border-edge bg-sunken p-4 text-center text-sm">
      <p className="text-ink-muted">{words.noPieces}</p>
      <ButtonLink to={paths.editPortfolio()} variant="secondary" size="sm" icon="plus" className="mt-3">
        {words.addPieces}
      </ButtonLink>
      <p className="mt-2 text-ink-muted">{words.keptMeanwhile}</p>
    </div>
  )
}
