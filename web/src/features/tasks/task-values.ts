import type { BudgetType, Category, Currency, FileRef, Task, UpdateTask } from '@/api/types'
import { parseAmount } from '@/lib/amount'
import { endOfDay, plainDate } from '@/lib/time'

/** A task as its form has it. */
export interface TaskValues {
  title: string
  description: string
  /** Empty until one is chosen: a guess of ours would be wrong more often than not. */
  category: Category | ''
  skills: string[]
  type: BudgetType
  min: string
  max: string
  currency: Currency
  deadline: string
  location: string
}

export const emptyTask: TaskValues = {
  title: '',
  description: '',
  category: '',
  skills: [],
  type: 'fixed',
  min: '',
  max: '',
  currency: 'usd',
  deadline: '',
  location: '',
}

const typed = (amount: number) => (amount % 100 === 0 ? String(amount / 100) : (amount / 100).toFixed(2))

export function valuesOf(task: Task): TaskValues {
  const { budget } = task
  return {
    title: task.title,
    description: task.description,
    category: task.category,
    skills: task.skills,
    type: budget.type,
    min: typed(budget.min),
    max: typed(budget.max),
    currency: budget.currency,
    deadline: plainDate(new Date(task.deadline)),
    location: task.location ?? '',
  }
}

const budgetOf = ({ type, min, max, currency }: TaskValues) => ({
  type,
  min: parseAmount(min) ?? 0,
  max: parseAmount(max) ?? 0,
  currency,
})

/** Whole, for a new task. */
export function bodyOf(values: TaskValues) {
  return {
    title: values.title,
    description: values.description,
    category: values.category as Category,
    skills: values.skills,
    budget: budgetOf(values),
    deadline: endOfDay(values.deadline) ?? '',
    location: values.location || null,
  }
}

export type Field = keyof TaskValues

const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)

export const differs = (field: Field, one: TaskValues, other: TaskValues) => !same(one[field], other[field])

/** What was changed since editing began, and nothing else: what another window has changed meanwhile stays. */
export function changesOf(values: TaskValues, before: TaskValues): UpdateTask {
  const whole = bodyOf(values)
  const changed = (...fields: Field[]) => fields.some((field) => differs(field, values, before))
  return {
    ...(changed('title') && { title: whole.title }),
    ...(changed('description') && { description: whole.description }),
    ...(changed('category') && { category: whole.category }),
    ...(changed('skills') && { skills: whole.skills }),
    ...(changed('type', 'min', 'max', 'currency') && { budget: whole.budget }),
    ...(changed('deadline') && { deadline: whole.deadline }),
    ...(changed('location') && { location: whole.location }),
  }
}

export interface Clash {
  field: Field
  /** What another window has made of it. */
  theirs: TaskValues[Field]
}

/** What two windows have both changed, each to something else; and what the other alone has changed, which is simply taken. */
export function merge(mine: TaskValues, before: TaskValues, theirs: TaskValues) {
  const fields = (Object.keys(theirs) as Field[]).filter((field) => differs(field, before, theirs))
  const clashes = fields
    .filter((field) => differs(field, mine, before) && differs(field, mine, theirs))
    .map((field): Clash => ({ field, theirs: theirs[field] }))
  const taken = fields.filter((field) => !differs(field, mine, before))
  return { clashes, taken }
}

/** The files that are kept when another window has changed them too: what it added stays, and what either took away goes. */
export function mergeFiles(kept: FileRef[], before: FileRef[], theirs: FileRef[]): FileRef[] {
  const has = (files: FileRef[], { id }: FileRef) => files.some((file) => file.id === id)
  return theirs.filter((file) => has(kept, file) || !has(before, file))
}
