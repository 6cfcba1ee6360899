import { expect, test } from 'vitest'
import type { StoredFile } from '@/api/types'
import { refusalText } from './refusal-text'

const refused = (code: string, detectedType?: string) =>
  ({ problem: { code, detail: 'It was deleted.' }, detectedType }) as StoredFile

test('says what a file looks like that is not what it says', () => {
  expect(refusalText(refused('wrong_type', 'image/png'))).toBe('It was deleted. It looks like a PNG picture.')
  expect(refusalText(refused('wrong_type', 'video/mp4'))).toBe('It was deleted. It looks like video/mp4.')
  expect(refusalText(refused('wrong_type'))).toBe('It was deleted.')
  expect(refusalText(refused('virus', 'application/x-executable'))).toBe('It was deleted.')
})
