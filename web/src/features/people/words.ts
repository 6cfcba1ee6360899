import type { ReactNode } from 'react'
import type { SearchWords } from '@/components/ui/paged-list'
import { isolated } from '@/lib/isolated'
import { plural } from '@/lib/plural'
import { rich, type Wrap } from '@/lib/rich'

// Finding talent
export const findTalentIntro = 'Freelancers, with what they do and what they charge.'
export const freelancers = 'Freelancers'
export const searchFreelancers = 'Search freelancers'
export const skillsExample = 'React, CSS'
export const rateUpTo = 'Hourly rate up to'
export const noMatch = 'Nobody matches'
export const noMatchNext = 'Try fewer words, or a higher rate.'
export const noneYet = 'No freelancers yet'
export const noneYetNext = 'They show up here as soon as they sign up.'
export const loadingFreelancers = 'Loading freelancers'
export const freelancersNotLoaded = 'Could not load the freelancers'
const count = (found: number) => plural(found, { one: '1 freelancer', other: `${found} freelancers` })
export const found: SearchWords = {
  count,
  found: (number) => `${count(number)} found.`,
  none: 'No freelancers found.',
  first: (number) => `The first ${count(number)}`,
  noneSoFar: 'Nobody among the newest freelancers. “Show more” looks further back.',
}

// Saved ones
export const savedFreelancers = 'Saved freelancers'
export const savedIntro =
  'Skills, rate and place are those of the day when you saved them; their profile has the latest.'
export const noneSaved = 'Nobody saved yet'
export const noneSavedNext = 'Save a freelancer on their profile to find them again here.'
export const loadingSaved = 'Loading saved freelancers'
export const savedNotLoaded = 'Could not load the saved freelancers'
export const save = 'Save'
export const saved = 'Saved'
export const isSaved = (name: string) => `${isolated(name)} is saved.`
export const noLongerSaved = (name: string) => `${isolated(name)} is no longer saved.`
export const notSaved = (name: string, why: string) => `${isolated(name)} is not saved. ${why}`
export const stillSaved = (name: string, why: string) => `${isolated(name)} is still saved. ${why}`

// A profile
export const profile = 'Profile'
export const loadingProfile = 'Loading the profile'
export const openProfile = 'Open the whole profile'
export const profileNotLoaded = 'Could not load the profile'
export const editProfile = 'Edit profile'
export const about = 'About'
export const portfolio = 'Portfolio'
export const emptyOwn = 'Your profile is empty'
export const emptyOwnNext = (edit: Wrap) =>
  rich`Say what you do and show your work: ${edit('edit your profile')}. Freelancers with a headline are found by clients.`
export const empty = 'Nothing here yet'
export const emptyText = (name: ReactNode) => rich`${name} hasn’t written anything yet.`
export const rate = 'Rate'
export const asFreelancer = 'As a freelancer'
export const asClient = 'As a client'
export const links = 'Links'
/** `Berlin, Germany` */
export const townAndCountry = (town: string, country: string) => `${town}, ${country}`

// Pieces of work
export const seePiece = (aside: Wrap, title: ReactNode) => rich`See it${aside(rich`: ${title}`)}`
export const showWork = 'Show your work'
export const showWorkNext = 'A few good pieces say more than a long text.'
export const addPiece = 'Add a piece of work'
export const editPiece = 'Edit a piece of work'
export const edit = (title: ReactNode) => rich`Edit ${title}`
export const remove = (title: ReactNode) => rich`Remove ${title}`
export const pieceRemoved = (title: string) => `“${isolated(title)}” is removed from your portfolio.`
export const pieceSaved = (title: string) => `“${isolated(title)}” is saved.`
export const pieceUnnamed = 'Name the piece.'
export const pieceNameShort = 'Write at least 5 characters.'
export const whatItIs = 'What it is'
export const address = 'Address'
export const file = 'Picture, PDF, film or any other file'
