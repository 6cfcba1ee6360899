import { plural } from '@/lib/plural'

export const title = 'Evidence pack'
export const text =
  'Everything about this milestone in one ZIP: the terms, the work, what both of you said and showed, your messages with what was edited or deleted, the money, and the files. ProConnect signs it, so anybody can check that nothing was changed.'
export const download = 'Download the evidence pack'
export const making = 'We’re putting it together. That can take up to half a minute.'
export const made = (files: number) =>
  plural(files, {
    one: 'Your download begins. It has 1 file.',
    other: `Your download begins. It has ${files} files.`,
  })
export const leftOut = (count: number) =>
  plural(count, {
    one: '1 file did not fit. The pack says which, and you can download it by itself.',
    other: `${count} files did not fit. The pack says which, and you can download them one by one.`,
  })
