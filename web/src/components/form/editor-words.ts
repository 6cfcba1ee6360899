import { plural } from '@/lib/plural'

export const wordCount = (count: number) => plural(count, { one: '1 word', other: `${count} words` })
