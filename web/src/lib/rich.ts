import { createElement, Fragment, type ReactElement, type ReactNode } from 'react'

/** Puts markup around a part of a sentence: `(text) => <Link to={…}>{text}</Link>`. */
export type Wrap = (text: ReactNode) => ReactNode

/**
 * A sentence with markup in it, as one text whose parts can change places: rich`You pay ${sum} to ${name}.`
 * The markup itself comes from where the sentence is shown; catalogues hold none.
 */
export const rich = (texts: TemplateStringsArray, ...parts: ReactNode[]): ReactElement =>
  createElement(Fragment, null, ...texts.flatMap((text, place) => [text, parts[place]]))
