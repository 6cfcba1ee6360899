import { cx } from '@/lib/class-names'

function initials(name: string): string {
  const words = name.trim().split(/\s+/)
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined]
  return letters
    .map((word) => word?.[0] ?? '')
    .join('')
    .toUpperCase()
}

export function Avatar({ name, className }: { name: string; className?: string }) {
  return (
    <span
      aria-hidden="true"
      // As content of the style, not of the page: the control around it says the whole name.
      data-initials={initials(name)}
      className={cx(
        'before:content-[attr(data-initials)] grid shrink-0 place-items-center rounded-full border border-line bg-accent-soft text-sm font-semibold text-accent-text',
        className ?? 'size-10',
      )}
    />
  )
}
