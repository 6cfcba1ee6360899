import type { Marks } from './style'

/** What a pasted text consists of: the elements that the server keeps, and nothing else. */
export type Block =
  | { kind: 'text'; tag: 'p' | 'h2' | 'h3'; runs: Run[] }
  | { kind: 'pre'; text: string }
  | { kind: 'quote'; blocks: Block[] }
  | { kind: 'item'; ordered: boolean; level: number; start: number; blocks: Block[] }

/** A piece of text with one formatting; `\n` is a break within the paragraph. */
export interface Run {
  text: string
  marks: Marks
}

const order = ['strong', 'em', 'u', 's', 'code'] as const

/** One white space for many, none at the ends or beside a break. */
export function tidy(runs: Run[]): Run[] {
  const out: Run[] = []
  for (const { text, marks } of runs) {
    const last = out.at(-1)?.text
    let next = text.replace(/[ \t\f\u00a0]*\n[ \t\f\u00a0]*/g, '\n').replace(/[ \t\f\u00a0]+/g, ' ')
    if (last === undefined || /[ \n]$/.test(last)) next = next.replace(/^ +/, '')
    if (next.startsWith('\n') && out.at(-1)) trimEnd(out)
    if (next) out.push({ text: next, marks })
  }
  const first = out[0]
  if (first) first.text = first.text.replace(/^[ \n]+/, '')
  trimEnd(out, /[ \n]+$/)
  return out.filter(({ text }) => text)
}

function trimEnd(runs: Run[], space = / +$/): void {
  for (let last = runs.at(-1); last; last = runs.at(-1)) {
    last.text = last.text.replace(space, '')
    if (last.text) return
    runs.pop()
  }
}

function inline(document: Document, runs: Run[], into: Node): void {
  for (const { text, marks } of runs) {
    let place = into
    const wrap = (tag: string) => {
      const element = document.createElement(tag)
      place.appendChild(element)
      place = element
      return element
    }
    if (marks.href) wrap('a').setAttribute('href', marks.href)
    // A link is underlined already.
    for (const mark of order) if (marks[mark] && !(mark === 'u' && marks.href)) wrap(mark)
    text.split('\n').forEach((line, number) => {
      if (number > 0) place.appendChild(document.createElement('br'))
      if (line) place.appendChild(document.createTextNode(line))
    })
  }
}

/** Lists stand as single items, since half of all programs write them so; here they become lists again. */
function list(document: Document, items: Extract<Block, { kind: 'item' }>[], into: Node): void {
  const open: { level: number; ordered: boolean; element: Element }[] = []
  for (const item of items) {
    while (open.length > 1 && (open.at(-1)?.level ?? 0) > item.level) open.pop()
    let top = open.at(-1)
    if (top && top.level === item.level && top.ordered !== item.ordered) {
      open.pop()
      top = open.at(-1)
    }
    if (!top || item.level > top.level) {
      const element = document.createElement(item.ordered ? 'ol' : 'ul')
      if (item.ordered && item.start > 1) element.setAttribute('start', String(item.start))
      ;(top?.element.lastElementChild ?? into).appendChild(element)
      top = { level: item.level, ordered: item.ordered, element }
      open.push(top)
    }
    const element = document.createElement('li')
    write(document, item.blocks, element)
    top.element.appendChild(element)
  }
}

export function write(document: Document, blocks: Block[], into: Node): void {
  for (let at = 0; at < blocks.length; at += 1) {
    const block = blocks[at] as Block
    switch (block.kind) {
      case 'item': {
        const items = [block]
        for (let next = blocks[at + 1]; next?.kind === 'item'; next = blocks[at + 1]) {
          items.push(next)
          at += 1
        }
        list(document, items, into)
        break
      }
      case 'quote': {
        const quote = document.createElement('blockquote')
        write(document, block.blocks, quote)
        into.appendChild(quote)
        break
      }
      case 'pre': {
        const pre = document.createElement('pre')
        pre.appendChild(document.createElement('code')).textContent = block.text
        into.appendChild(pre)
        break
      }
      case 'text': {
        const element = document.createElement(block.tag)
        inline(document, block.runs, element)
        into.appendChild(element)
      }
    }
  }
}
