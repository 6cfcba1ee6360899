import type { Wrap } from '@/lib/rich'

/** A part of a sentence that is read out and not seen, where what surrounds it says the same to the eye. */
export const spoken: Wrap = (text) => <span className="sr-only">{text}</span>
