import { type Block, write } from './blocks'
import { plainItem } from './bullets'
import { readBlocks } from './read'

/** Longer than any description may be, by far; what is pasted by accident must not stop the page. */
const MOST = 2_000_000

function htmlOf(blocks: Block[]): string {
  const document = new DOMParser().parseFromString('', 'text/html')
  const [only] = blocks
  if (blocks.length === 1 && only?.kind === 'text' && only.tag === 'p') {
    write(document, blocks, document.body)
    // A part of a line goes into the line it is pasted in.
    return document.body.firstElementChild?.innerHTML ?? ''
  }
  write(document, blocks, document.body)
  return document.body.innerHTML
}

/**
 * Pasted HTML as the editor takes it: of the elements that the server keeps, with the formatting that was in styles,
 * classes and look-alikes of lists; everything else is gone. The editor's own parser looks at styles, too, but the
 * content security policy takes those away before it sees them.
 */
export function cleanHtml(html: string): string {
  if (html.length > MOST) return ''
  // Nothing is loaded or run in a document that is only parsed.
  return htmlOf(readBlocks(new DOMParser().parseFromString(html, 'text/html')))
}

/** Pasted plain text: a blank line or a line's end divides paragraphs, lines with a sign before them are a list. */
export function cleanText(text: string): string {
  const blocks: Block[] = []
  for (const line of text.slice(0, MOST).split(/\r\n|\r|\n/)) {
    const item = plainItem(line)
    const runs = [{ text: (item?.text ?? line).trim().replace(/[ \t\u00a0]+/g, ' '), marks: {} }]
    if (!runs[0]?.text) continue
    const paragraph: Block = { kind: 'text', tag: 'p', runs }
    if (item)
      blocks.push({
        kind: 'item',
        ordered: item.ordered,
        level: item.level,
        start: item.start,
        blocks: [paragraph],
      })
    else blocks.push(paragraph)
  }
  return htmlOf(blocks)
}
