import { isolated } from '@/lib/isolated'

export const accountOf = (name: string) => `Account of ${isolated(name)}`
export const stillLoggedIn = (why: string) => `You are still logged in. ${why}`
