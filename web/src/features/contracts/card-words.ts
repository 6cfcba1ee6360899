import type { ReactNode } from 'react'
import { isolated } from '@/lib/isolated'
import { plural } from '@/lib/plural'
import { rich } from '@/lib/rich'

const milestones = (count: number) => plural(count, { one: '1 milestone', other: `${count} milestones` })
export const withAndSum = (name: ReactNode, sum: ReactNode) => rich`with ${name} · ${sum}`
export const progressOf = (title: string) => `Progress of ${isolated(title)}`
export const approvedOf = (count: number, all: number) => `${count} of ${milestones(all)} approved`
