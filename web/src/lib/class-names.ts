import type { ReactNode } from 'react'

/** Joins class names; what is falsy is left out, so that `condition && 'name'` works. */
export const cx = (...names: ReactNode[]): string =>
  names.filter((name) => typeof name === 'string' && name).join(' ')
