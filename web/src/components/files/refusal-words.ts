/** What people call what a file looks like; anything else is named by its type. */
export const looks: Record<string, string> = {
  'application/pdf': 'a PDF',
  'application/zip': 'a ZIP archive',
  'application/x-executable': 'a program',
  'application/x-mach-binary': 'a program',
  'application/vnd.microsoft.portable-executable': 'a program',
  'application/java-vm': 'a program',
  'application/x-msi': 'an installer',
  'application/x-ms-shortcut': 'a shortcut',
  'image/gif': 'a GIF picture',
  'image/jpeg': 'a JPEG picture',
  'image/png': 'a PNG picture',
  'image/webp': 'a WebP picture',
  'text/html': 'a web page',
  'text/plain': 'plain text',
  'text/x-script': 'a script',
}
export const looksLike = (reason: string, what: string) => `${reason} It looks like ${what}.`
