// @vitest-environment node
import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'

const css = await readFile(new URL('./tokens.css', import.meta.url), 'utf8')

function tokensAfter(selector: string): Record<string, string> {
  const rules = css.slice(css.indexOf(selector))
  const block = rules.slice(rules.indexOf('{'), rules.indexOf('}'))
  return Object.fromEntries(
    [...block.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name, value]) => [name, value]),
  )
}

function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

/** WCAG's contrast of two colours. */
function contrast(one: string, other: string): number {
  const [high = 0, low = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (high + 0.05) / (low + 0.05)
}

const on = ['page', 'surface', 'raised', 'sunken', 'accent-soft']
const themes = { light: tokensAfter(':root {'), dark: tokensAfter("[data-theme='dark'] {") }
const cases = Object.entries(themes).flatMap(([theme, tokens]) =>
  on.map((ground) => ({ theme, ground, tokens })),
)

test.each(cases)(
  '$theme: what has focus and what can be pressed is seen on $ground',
  ({ tokens, ground }) => {
    const of = (name: string) => contrast(tokens[name] ?? '', tokens[ground] ?? '')
    expect(of('focus')).toBeGreaterThanOrEqual(3)
    expect(of('edge')).toBeGreaterThanOrEqual(3)
    for (const text of ['ink', 'ink-muted', 'accent-text', 'danger'])
      expect(of(text)).toBeGreaterThanOrEqual(4.5)
  },
)

/** Hue in degrees and chroma from 0 to 1, as HSV has them. */
function hueOf(colour: string): { hue: number; chroma: number } {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
  const most = Math.max(r, g, b)
  const chroma = most - Math.min(r, g, b)
  if (chroma === 0) return { hue: 0, chroma }
  const sixth =
    most === r ? ((g - b) / chroma + 6) % 6 : most === g ? (b - r) / chroma + 2 : (r - g) / chroma + 4
  return { hue: sixth * 60, chroma }
}

test.each(Object.entries(themes))(
  '%s: every shade is derived from the orange, none is cold',
  (_theme, tokens) => {
    for (const [name, colour] of Object.entries(tokens)) {
      const { hue, chroma } = hueOf(colour)
      // From red to green by way of the orange; what has next to no colour has no hue to speak of.
      if (chroma > 0.012) expect.soft(hue, `${name} ${colour}`).toBeLessThanOrEqual(95)
    }
    for (const name of ['info', 'info-soft', 'ink-muted', 'edge', 'line'])
      expect.soft(Math.abs(hueOf(tokens[name] ?? '').hue - 25), name).toBeLessThanOrEqual(12)
  },
)

test.each(Object.entries(themes))('%s: words are read on their own ground', (_theme, tokens) => {
  for (const tone of ['success', 'warning', 'danger', 'info']) {
    for (const ground of [`${tone}-soft`, 'page', 'surface'])
      expect
        .soft(contrast(tokens[tone] ?? '', tokens[ground] ?? ''), `${tone} on ${ground}`)
        .toBeGreaterThanOrEqual(4.5)
  }
})
