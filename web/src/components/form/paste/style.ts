/** How a piece of text is formatted, whatever said so: an element, a style attribute or a style sheet. */
export interface Marks {
  strong?: boolean
  em?: boolean
  u?: boolean
  s?: boolean
  code?: boolean
  href?: string
}

type Rules = Map<string, string>

const byElement: Record<string, Marks> = {
  B: { strong: true },
  STRONG: { strong: true },
  I: { em: true },
  EM: { em: true },
  CITE: { em: true },
  U: { u: true },
  INS: { u: true },
  S: { s: true },
  STRIKE: { s: true },
  DEL: { s: true },
  CODE: { code: true },
  KBD: { code: true },
  SAMP: { code: true },
  TT: { code: true },
}

/**
 * The declarations of a style text. The browser's own parser is of no use: the content security policy keeps it from
 * reading style attributes at all.
 */
function declarations(text: string): Map<string, string> {
  const found = new Map<string, string>()
  for (const part of text.split(';')) {
    const [name, ...value] = part.split(':')
    if (name && value.length > 0) found.set(name.trim().toLowerCase(), value.join(':').trim().toLowerCase())
  }
  return found
}

/** What the style sheets of a clipboard say of classes: Pages, Excel and TextEdit format with them. */
export function classRules(document: Document): Rules {
  const rules: Rules = new Map()
  for (const sheet of document.querySelectorAll('style')) {
    const text = (sheet.textContent ?? '').replace(/<!--|-->|\/\*[\s\S]*?\*\//g, '')
    for (const [, selectors = '', body = ''] of text.matchAll(/([^{}]+)\{([^{}]*)\}/g)) {
      for (const selector of selectors.split(',')) {
        const name = /^[a-z0-9]*\.([\w-]+)$/i.exec(selector.trim())?.[1]
        if (name) rules.set(name, `${rules.get(name) ?? ''};${body}`)
      }
    }
  }
  return rules
}

export const styleOf = (element: Element, rules: Rules): Map<string, string> =>
  declarations(
    [
      ...[...element.classList].map((name) => rules.get(name) ?? ''),
      element.getAttribute('style') ?? '',
    ].join(';'),
  )

function bold(style: Map<string, string>): boolean | undefined {
  const weight = style.get('font-weight') ?? /\b(bold|[6-9]00)\b/.exec(style.get('font') ?? '')?.[1]
  if (!weight || weight === 'inherit') return undefined
  return /^bold/.test(weight) || Number(weight) >= 600
}

function italic(style: Map<string, string>): boolean | undefined {
  const slant = style.get('font-style') ?? /\b(italic|oblique)\b/.exec(style.get('font') ?? '')?.[1]
  if (!slant || slant === 'inherit') return undefined
  return slant === 'italic' || slant.startsWith('oblique')
}

const http = /^(https?:\/\/|mailto:)/i

/** The marks inside an element, given those around it. A heading is bold by itself, a link underlined. */
export function marksOf(element: Element, around: Marks, rules: Rules): Marks {
  const marks: Marks = { ...around, ...byElement[element.tagName] }
  const style = styleOf(element, rules)
  const heavy = bold(style)
  if (heavy !== undefined) marks.strong = heavy
  const slanted = italic(style)
  if (slanted !== undefined) marks.em = slanted
  const line = style.get('text-decoration-line') ?? style.get('text-decoration')
  if (line?.includes('underline')) marks.u = true
  if (line?.includes('line-through')) marks.s = true
  // Whoever says `none` on the element of a mark takes that mark away; around it, lines go on.
  if (line?.startsWith('none') && byElement[element.tagName]) marks.u = marks.s = false
  const href = element.tagName === 'A' ? element.getAttribute('href')?.trim() : undefined
  if (href && http.test(href)) marks.href = href
  return marks
}

/** Text that its page does not show is not pasted either. */
export function isHidden(element: Element, rules: Rules): boolean {
  const style = styleOf(element, rules)
  return (
    element.hasAttribute('hidden') ||
    style.get('display') === 'none' ||
    style.get('visibility') === 'hidden' ||
    style.get('mso-hide') === 'all'
  )
}
