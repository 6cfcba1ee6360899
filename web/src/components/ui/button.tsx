import type { ComponentProps, ReactNode } from 'react'
import { Link } from 'react-router'
import { cx } from '@/lib/class-names'
import { Icon, type IconName } from './icon'
import { Spinner } from './spinner'

type Variant = 'primary' | 'secondary' | 'quiet' | 'danger'
type Size = 'md' | 'sm' | 'lg'

const variants: Record<Variant, string> = {
  primary: 'bg-accent text-on-accent hover:bg-accent-strong',
  secondary: 'bg-surface text-ink border border-edge hover:bg-sunken',
  quiet: 'text-ink hover:bg-sunken',
  danger: 'bg-danger text-on-danger hover:opacity-90',
}

const sizes: Record<Size, string> = {
  sm: 'min-h-9 px-3 text-sm gap-1.5',
  md: 'min-h-11 px-4 text-base gap-2',
  lg: 'min-h-12 px-6 text-lg gap-2.5',
}

export function buttonClass(variant: Variant = 'primary', size: Size = 'md', extra?: string): string {
  return cx(
    'inline-flex max-w-full shrink-0 items-center justify-center rounded-md wrap-anywhere py-1.5 font-semibold text-center transition-colors',
    'disabled:opacity-55 aria-disabled:opacity-55 aria-disabled:cursor-not-allowed',
    variants[variant],
    sizes[size],
    extra,
  )
}

interface Looks {
  variant?: Variant
  size?: Size
  icon?: IconName
  children: ReactNode
}

interface ButtonProps extends Looks, Omit<ComponentProps<'button'>, 'children'> {
  /** Something is under way: the button stays in place, says so, and does nothing. */
  busy?: boolean
}

export function Button({
  variant,
  size,
  icon,
  busy,
  children,
  className,
  type,
  onClick,
  ...rest
}: ButtonProps) {
  return (
    <button
      type={type ?? 'button'}
      className={buttonClass(variant, size, className)}
      aria-disabled={busy || undefined}
      aria-busy={busy || undefined}
      onClick={busy ? (event) => event.preventDefault() : onClick}
      {...rest}
    >
      {busy ? <Spinner /> : icon && <Icon name={icon} />}
      {children}
    </button>
  )
}

type ButtonLinkProps = Looks & Omit<ComponentProps<typeof Link>, 'children'>

export function ButtonLink({ variant, size, icon, children, className, ...rest }: ButtonLinkProps) {
  return (
    <Link className={buttonClass(variant, size, className)} {...rest}>
      {icon && <Icon name={icon} />}
      {children}
    </Link>
  )
}
