import { expect, test } from 'vitest'
import type { FilePurpose } from '@/api/types'
import { accepted, kindOf, maxFiles, refusal } from './limits'

const MB = 1024 * 1024
const file = (type: string, size: number) => ({ name: 'a', type, size }) as File

test.each<[FilePurpose, string, number, string | null]>([
  ['portfolio', 'application/pdf', 50 * MB, null],
  ['portfolio', 'application/pdf', 50 * MB + 1, 'The file is larger than 50 MB.'],
  ['portfolio', 'video/mp4', 0, 'The file is empty.'],
  ['portfolio', 'image/heic', 11 * MB, null],
  ['portfolio', 'image/png', 10 * MB, null],
  ['portfolio', 'image/png', 10 * MB + 1, 'The picture is larger than 10 MB.'],
  ['avatar', 'image/png', 10 * MB + 1, 'The picture is larger than 10 MB.'],
  ['avatar', 'application/pdf', 1, 'Choose a picture: JPEG, PNG or WebP.'],
  ['task', 'image/png', 11 * MB, null],
])('as %s, %s of %i bytes', (purpose, type, size, why) => {
  expect(refusal(file(type, size), purpose)).toBe(why)
})

test('a portfolio takes one file of any kind', () => {
  expect([maxFiles('portfolio'), accepted('portfolio')]).toEqual([1, undefined])
  expect([maxFiles('avatar'), accepted('avatar')]).toEqual([1, 'image/jpeg,image/png,image/webp'])
})

test.each([
  ['report.pdf', 'PDF'],
  ['Logo.final.SVG', 'SVG'],
  ['archive.tar.gz', 'GZ'],
  ['README', ''],
  ['notes.longest', ''],
])('%s is a %s', (name, kind) => {
  expect(kindOf({ name })).toBe(kind)
})
