import { type Block, type Run, tidy } from './blocks'
import { classRules, isHidden, type Marks, marksOf } from './style'
import { bulletOf } from './bullets'

const headings: Record<string, 'h2' | 'h3'> = { H1: 'h2', H2: 'h2', H3: 'h3', H4: 'h3', H5: 'h3', H6: 'h3' }
const dropped = new Set(
  (
    'HEAD STYLE SCRIPT NOSCRIPT TEMPLATE TITLE META LINK BASE IFRAME FRAME OBJECT EMBED APPLET SVG MATH CANVAS AUDIO VIDEO ' +
    'SOURCE TRACK IMG PICTURE MAP INPUT SELECT TEXTAREA BUTTON OPTION DATALIST XML COLGROUP COL RP'
  ).split(' '),
)
const blocks = new Set(
  (
    'ADDRESS ARTICLE ASIDE BODY CAPTION CENTER DD DETAILS DIALOG DIR DIV DL DT FIELDSET FIGCAPTION FIGURE FOOTER FORM HEADER HGROUP ' +
    'HR MAIN MENU NAV P SEARCH SECTION SUMMARY TBODY TD TFOOT TH THEAD TR'
  ).split(' '),
)

/** Reads the blocks of a document, as people see them: paragraphs, lists and their formatting. */
export function readBlocks(document: Document): Block[] {
  const reader = new Reader(classRules(document))
  reader.children(document.body, {})
  reader.end()
  return reader.out
}

class Reader {
  out: Block[] = []
  private runs: Run[] = []
  private tag: 'p' | 'h2' | 'h3' = 'p'
  private lists: { ordered: boolean; start: number; numbered: boolean }[] = []

  private readonly rules: Map<string, string>

  constructor(rules: Map<string, string>) {
    this.rules = rules
  }

  /** What was read so far is a paragraph. */
  end(): void {
    const runs = tidy(this.runs)
    this.runs = []
    if (runs.length === 0) return
    // The program makes its headings bold; ours are.
    const plain = runs.map(({ text, marks }) => ({ text, marks: { ...marks, strong: false } }))
    this.out.push({ kind: 'text', tag: this.tag, runs: this.tag === 'p' ? runs : plain })
  }

  children(parent: Node, marks: Marks): void {
    for (const node of parent.childNodes) {
      if (node.nodeType === Node.TEXT_NODE) {
        const text = (node.textContent ?? '').replace(/[\n\r]+/g, ' ')
        this.runs.push({ text, marks })
      } else if (node.nodeType === Node.ELEMENT_NODE) this.element(node as Element, marks)
    }
  }

  private element(element: Element, around: Marks): void {
    const name = element.tagName.toUpperCase()
    if (dropped.has(name) || isHidden(element, this.rules)) return
    if (name === 'BR') {
      if (!element.classList.contains('Apple-interchange-newline'))
        this.runs.push({ text: '\n', marks: around })
      return
    }
    if (name === 'PRE') return this.pre(element)
    if (name === 'TABLE') return this.table(element, around)
    if (name === 'UL' || name === 'OL') return this.list(element, around)
    if (name === 'LI') return this.item(element, around)
    if (name === 'BLOCKQUOTE') return this.quote(element, around)
    const marks = marksOf(element, around, this.rules)
    const heading = headings[name] ?? (/^Mso(Title|Subtitle)$/.test(element.className) ? 'h2' : undefined)
    if (!heading && !blocks.has(name)) return this.children(element, marks)
    const bullet = heading ? null : bulletOf(element, this.rules)
    if (bullet) return this.bullet(element, marks, bullet)
    this.end()
    const before = this.tag
    if (heading) this.tag = heading
    this.children(element, marks)
    this.end()
    this.tag = before
  }

  /** The blocks of a part, which do not join with those before and after it. */
  private apart(read: () => void): Block[] {
    this.end()
    const [out, tag] = [this.out, this.tag]
    this.out = []
    this.tag = 'p'
    read()
    this.end()
    const found = this.out
    this.out = out
    this.tag = tag
    return found
  }

  private pre(element: Element): void {
    this.end()
    const text = (element.textContent ?? '').replace(/^\n|\s+$/g, '')
    if (text) this.out.push({ kind: 'pre', text })
  }

  private quote(element: Element, marks: Marks): void {
    const found = this.apart(() => this.children(element, marks))
    if (found.length > 0) this.out.push({ kind: 'quote', blocks: found })
  }

  /** Mail programs lay out with tables of one column; what has more is data: a row is a line. */
  private table(element: Element, marks: Marks): void {
    const rows = [...element.querySelectorAll('tr')].filter((row) => row.closest('table') === element)
    if (rows.every((row) => row.children.length < 2) || element.querySelector('table')) {
      this.end()
      this.children(element, marks)
      return this.end()
    }
    for (const row of rows) {
      this.end()
      const cells = [...row.children].map((cell) => this.cell(cell, marksOf(row, marks, this.rules)))
      const last = cells.findLastIndex((runs) => runs.length > 0)
      cells.slice(0, last + 1).forEach((runs, place) => {
        if (place > 0) this.runs.push({ text: ' | ', marks: {} })
        this.runs.push(...runs)
      })
    }
    this.end()
  }

  private cell(cell: Element, around: Marks): Run[] {
    const marks = marksOf(cell, around, this.rules)
    const found = this.apart(() => this.children(cell, marks))
    const lines = found.map((block) => runsIn(block))
    return lines.flatMap((runs, place) => (place > 0 ? [{ text: ' ', marks: {} }, ...runs] : runs))
  }

  private list(element: Element, marks: Marks): void {
    this.end()
    const ordered = element.tagName.toUpperCase() === 'OL'
    const start = Number(element.getAttribute('start') ?? 1) || 1
    this.lists.push({ ordered, start, numbered: false })
    this.children(element, marksOf(element, marks, this.rules))
    this.end()
    this.lists.pop()
  }

  private item(element: Element, around: Marks): void {
    const list = this.lists.at(-1) ?? { ordered: false, start: 1, numbered: false }
    const level = Math.max(1, this.lists.length)
    const marks = marksOf(element, around, this.rules)
    const found = this.apart(() => this.children(element, marks))
    // A list within the item follows it as items of the next level.
    const own = found.filter(({ kind }) => kind !== 'item')
    const inner = found.filter(({ kind }) => kind === 'item')
    if (own.length > 0 || inner.length > 0) {
      const blocks = own.length > 0 ? own : [{ kind: 'text', tag: 'p', runs: [] } as Block]
      this.out.push({ kind: 'item', ordered: list.ordered, level, start: list.start, blocks }, ...inner)
    }
  }

  /** A paragraph that Word, Outlook or a mail program shows as an item of a list. */
  private bullet(element: Element, marks: Marks, bullet: ReturnType<typeof bulletOf> & object): void {
    const found = this.apart(() => this.children(bullet.strip(element), marks))
    if (found.length > 0) this.out.push({ kind: 'item', ...bullet.item, blocks: found })
  }
}

const runsIn = (block: Block): Run[] => {
  if (block.kind === 'text') return block.runs
  if (block.kind === 'pre') return [{ text: block.text.replace(/\s+/g, ' '), marks: { code: true } }]
  return block.blocks.flatMap((inner, place) =>
    place > 0 ? [{ text: ' ', marks: {} }, ...runsIn(inner)] : runsIn(inner),
  )
}
