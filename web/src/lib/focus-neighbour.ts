/**
 * Before an item of a list goes, with the button that was pressed: focus goes to the same button (`data-remove`) of the
 * next item (`data-item`), else of the one before it, else to what `fallback` says. Otherwise it would be lost.
 */
export function focusNeighbour(pressed: HTMLElement, fallback?: HTMLElement | null): void {
  const item = pressed.closest('[data-item]')
  const next = siblings(item, 'nextElementSibling') ?? siblings(item, 'previousElementSibling')
  const target = next ?? fallback
  target?.focus()
}

function siblings(
  item: Element | null,
  direction: 'nextElementSibling' | 'previousElementSibling',
): HTMLElement | null {
  for (let other = item?.[direction]; other; other = other[direction]) {
    const button = other.querySelector<HTMLElement>('[data-remove]')
    if (button) return button
  }
  return null
}
