/**
 * The key of a file's announcement, the same until it was answered: when the answer is lost and the file is sent again, it is
 * no second file.
 */
const keys = new WeakMap<File, string>()

export const announcementKey = {
  of(file: File): string {
    const known = keys.get(file)
    if (known) return known
    // `randomUUID` is missing where a page came without TLS.
    const key = [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16)).join('-')
    keys.set(file, key)
    return key
  },
  answered(file: File): void {
    keys.delete(file)
  },
}
