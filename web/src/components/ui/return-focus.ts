/** The parts of a page that keep their place when what was pressed in them goes. */
const PARTS = 'tr, li, article, section, [data-item]'
const NAMES = 'h1, h2, h3, h4, th[scope=row]'

/** So long the answer to what was done in a dialog may take to change the page behind it. */
const PATIENCE = 10_000

/**
 * After a dialog, focus goes back to what opened it. When that goes too, since it has done its work, focus goes to the
 * name of the part of the page that it stood in, so that reading goes on there and not at the top.
 */
export function returnFocus(opener: Element | null): void {
  if (!(opener instanceof HTMLElement) || opener === document.body)
    return focusOn(document.querySelector('h1'))
  const parts = partsAround(opener)
  opener.focus()
  const check = () => {
    if (opener.isConnected) return
    observer.disconnect()
    // Whoever has moved on in the meantime stays where they are.
    if (document.activeElement === document.body) focusOn(nameOf(parts))
  }
  const observer = new MutationObserver(check)
  observer.observe(document.body, { childList: true, subtree: true })
  setTimeout(() => observer.disconnect(), PATIENCE)
  check()
}

function partsAround(element: Element): Element[] {
  const part = element.parentElement?.closest(PARTS)
  return part ? [part, ...partsAround(part)] : []
}

function nameOf(parts: Element[]): Element | null {
  const kept = parts.filter((part) => part.isConnected)
  const names = kept.map((part) => part.querySelector(NAMES))
  return names.find(Boolean) ?? document.querySelector('h1')
}

function focusOn(element: Element | null): void {
  if (!(element instanceof HTMLElement)) return
  if (!element.hasAttribute('tabindex')) element.tabIndex = -1
  element.focus({ preventScroll: true })
  element.scrollIntoView?.({ block: 'nearest' })
}
