import { styleOf } from './style'

/** Signs that programs draw before an item of a list: bullets, Word's symbol letters, arrows, dashes. */
const SIGN = /^[·•◦▪▫●○■□‣⁃∙➢➤✓✔❖§o–—*-]$/
const NUMBER = /^\(?(\d{1,3}|[a-z]|[ivx]{1,5})[.)]$/i

export interface Item {
  ordered: boolean
  level: number
  start: number
}

/** What a sign says of its item; null when it is none. */
function itemOf(sign: string, level: number): Item | null {
  const text = sign.replace(/[\s\u00a0]+/g, '')
  const number = NUMBER.exec(text)?.[1]
  if (number) return { ordered: true, level, start: Number(number) || 1 }
  return SIGN.test(text) ? { ordered: false, level, start: 1 } : null
}

/**
 * Whether a paragraph is an item of a list: Word and Outlook write lists as paragraphs, with the sign in a part that
 * other programs are to ignore.
 */
export function bulletOf(element: Element, rules: Map<string, string>) {
  const list = styleOf(element, rules).get('mso-list')
  const said = list && list !== 'none' && !list.startsWith('none')
  if (!said && !/MsoListParagraph/.test(element.className)) return null
  const level = Number(/level(\d)/.exec(list ?? '')?.[1] ?? 1)
  const isSign = (part: Element) => styleOf(part, rules).get('mso-list') === 'ignore'
  const sign = [...element.querySelectorAll('span')].find(isSign)
  const text = element.textContent ?? ''
  const [typed = ''] = /^[\s\u00a0]*\S{1,6}[\s\u00a0]{2,}/.exec(text.replace(/[\n\r]+/g, ' ')) ?? []
  const item = itemOf(sign?.textContent ?? typed, level)
  if (!item && !said) return null
  return {
    item: item ?? { ordered: false, level, start: 1 },
    /** The paragraph without its sign. */
    strip(from: Element): Element {
      const copy = from.cloneNode(true) as Element
      const signs = [...copy.querySelectorAll('span')].filter(isSign)
      signs.forEach((part) => part.remove())
      if (signs.length === 0 && item) dropStart(copy, typed)
      return copy
    },
  }
}

function dropStart(element: Element, sign: string): void {
  let left = sign.replace(/[\s\u00a0]+/g, '').length
  const walker = element.ownerDocument.createTreeWalker(element, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node && left > 0; node = walker.nextNode()) {
    node.textContent = [...(node.textContent ?? '')]
      .filter((letter) => {
        if (left <= 0 || /[\s\u00a0]/.test(letter)) return true
        left -= 1
        return false
      })
      .join('')
  }
}

/** Lines of plain text that begin with a sign and a space are items; their indentation is their level. */
export function plainItem(line: string): (Item & { text: string }) | null {
  const [, indent = '', sign = '', text = ''] = /^([ \t]*)(\S{1,5})[ \t\u00a0]+(\S.*)$/.exec(line) ?? []
  const width = indent.replaceAll('\t', '  ').length
  const item = itemOf(sign, Math.min(3, Math.floor(width / 2) + 1))
  // A letter and a point may begin a sentence; the Latin letter o is Word's ring only.
  if (!item || /^\(?[a-z]/i.test(sign)) return null
  return { ...item, text }
}
