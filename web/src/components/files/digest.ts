/** The content of a file cannot be read (any more). */
export class Unreadable extends Error {}

/** One whole file in memory at a time: ten of them would be 500 MB. */
let last: Promise<unknown> = Promise.resolve()

/**
 * SHA-256 in base64: with it, the address takes this content alone. Only pages over TLS, and localhost, can make it; elsewhere
 * the content goes without.
 */
export function digest(file: Blob, signal: AbortSignal): Promise<string | undefined> {
  const own = last.then(() => {
    signal.throwIfAborted()
    return digestNow(file)
  })
  last = own.catch(() => undefined)
  return own
}

async function digestNow(file: Blob): Promise<string | undefined> {
  // Missing in an insecure context, whatever its type says.
  const subtle = crypto.subtle as SubtleCrypto | undefined
  if (!subtle) return undefined
  const content = await file.arrayBuffer().catch(() => {
    throw new Unreadable()
  })
  const bytes = new Uint8Array(await subtle.digest('SHA-256', content))
  return btoa(String.fromCharCode(...bytes))
}
