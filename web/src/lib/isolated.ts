/** Letters of scripts that are written from right to left, and Arabic's presentation forms. */
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/

/**
 * A word of somebody's within a sentence that is a plain string, so that its direction does not turn the words around
 * it (UAX 9: an isolate). In markup, `<bdi>` does this.
 */
export const isolated = (text: string) => (RIGHT_TO_LEFT.test(text) ? `\u2068${text}\u2069` : text)
