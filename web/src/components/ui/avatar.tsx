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
      className={cx(
        'grid shrink-0 place-items-center rounded-full border border-line bg-accent-soft text-sm font-semibold text-accent-text',
        className ?? 'size-10',
      )}
    >
      {initials(name)}
    </span>
  )
}
