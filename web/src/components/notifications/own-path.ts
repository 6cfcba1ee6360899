/** A page of ours to go to. Anything else that a notification might name leads nowhere. */
export const ownPath = (path: string | null): string | null =>
  path && /^\/(?![/\\])/.test(path) ? path : null
