import type { ReactNode } from 'react'
import { rich, type Wrap } from '@/lib/rich'

// Clocks
export const yourTurn = 'Your turn'
export const waitingFor = (name: ReactNode) => rich`Waiting for ${name}`
export const dueBy = (left: ReactNode, aside: Wrap, time: ReactNode) =>
  rich`${left}${aside(rich` · by ${time}`)}`
export const heldUntil = (time: ReactNode, then: string) => rich`Held until ${time}. ${then}`
