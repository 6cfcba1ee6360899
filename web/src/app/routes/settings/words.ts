import type { ReactNode } from 'react'
import { rich } from '@/lib/rich'

export const account = 'Account'

// The name
export const you = 'You'
export const name = 'Name'
export const nameHelp = 'As others see it.'
export const nameMissing = 'Enter your name.'
export const nameSaved = 'Your name is saved.'
export const youLogInWith = (address: ReactNode) => rich`You log in with ${address}.`
export const save = 'Save'

// Roles
export const roles = 'Roles'
export const both =
  'You hire and you work. The switch on your dashboard and in the account menu shows either side.'
export const onlyClient = 'You are a client. Become a freelancer too, and you can bid on tasks and be paid.'
export const onlyFreelancer = 'You are a freelancer. Become a client too, and you can post tasks and hire.'
export const becomeFreelancer = 'Become a freelancer too'
export const becomeClient = 'Become a client too'

// Data
export const yourData = 'Your data'
export const yourDataText =
  'Everything that is kept about you, as a JSON file: account, profile, tasks, bids, contracts, payments, messages.'
export const downloadData = 'Download your data'
export const closeAccount = 'Close the account'
