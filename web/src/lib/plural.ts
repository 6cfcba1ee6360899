import { language } from './locale'

const rules = /* @__PURE__ */ new Intl.PluralRules(language)

/** A text for each form that the language has: two in English, up to six elsewhere. */
export type Forms = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }

/** The text that fits a count: `plural(days, { one: '1 day', other: `${days} days` })`. */
export const plural = (count: number, forms: Forms): string => forms[rules.select(count)] ?? forms.other
