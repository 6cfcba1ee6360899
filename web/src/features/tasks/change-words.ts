import type { ReactNode } from 'react'
import { rich } from '@/lib/rich'

/** What has changed of a task, and what those who have bid are asked because of it. */

export const changes = 'What has changed'
export const title = (before: ReactNode, after: ReactNode) =>
  rich`It is called “${after}” now; it was “${before}”.`
export const rewritten = 'The description was rewritten.'
export const corrected = 'The description was corrected.'
export const category = (before: string, after: string) =>
  `The category is “${after}” now; it was “${before}”.`
export const noSkills = 'No special skills are asked for any more.'
export const skills = (after: ReactNode) => rich`The skills asked for are ${after} now.`
export const budget = (before: string, after: string) => `The budget is ${after} now; it was ${before}.`
export const deadline = (before: string, after: string) =>
  `The client decides by ${after} now; it was ${before}.`
export const location = (after: ReactNode) => rich`The place is ${after} now.`
export const noLocation = 'The place no longer matters.'
export const files = 'The files that describe it were changed.'

export const askTitle = 'This task has changed since you bid'
export const askText = 'Your bid stands as it is. Keep it, or withdraw it.'
export const keep = 'Keep my bid'
export const kept = 'Your bid stands.'
export const toBids = 'See my bids'
