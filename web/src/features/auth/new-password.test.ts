import { expect, test } from 'vitest'
import { newPassword } from './new-password'

test('the rule counts characters, not bytes, and says what is wrong', () => {
  expect(newPassword.validate('🔑🔑🔑')).toBe('Use at least 10 characters.')
  expect(newPassword.validate('пароль тут')).toBe(true)
  expect(newPassword.validate('a1'.repeat(40))).toMatch(/at most 72/)
  expect(newPassword.validate('ababababab')).toMatch(/different/)
})
