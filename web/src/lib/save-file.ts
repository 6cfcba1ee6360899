/** Lets the browser save something that was made on the page. */
export function saveFile(name: string, content: Blob): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(content)
  link.download = name
  link.click()
  // Safari reads it after the click, so it is kept for a while.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}
