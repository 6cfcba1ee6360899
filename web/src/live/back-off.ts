const FIRST = 1_000
const MOST = 60_000

/**
 * Whoever logs out or changes the password is disconnected by it. The answer of that call is here sooner than this, and
 * no refresh comes between.
 */
const LEAST = 500

/** Milliseconds until the next try: full jitter, so that a restart of the server does not bring everybody back at once. */
export const backOff = (failures: number) => LEAST + Math.random() * Math.min(MOST, FIRST * 2 ** failures)
