import { beforeEach, expect, test } from 'vitest'
import { personal } from '@/lib/personal'
import { nextOf, OUTBOX, type Outgoing, readOutbox, writeOutbox } from './outbox'

const item = (clientId: string, change: Partial<Outgoing> = {}): Outgoing => ({
  ...{ clientId, roomId: 'rom_1', text: clientId, files: [], queuedAt: Number(clientId), refusal: null },
  ...{ retryAt: 0, ...change },
})

beforeEach(() => {
  localStorage.clear()
  personal.signedIn('usr_fiona')
})

test('what waits outlives a reload, in its order, and goes with the log-out', () => {
  writeOutbox(personal.box(), [], [item('1'), item('2')])
  personal.ended({ forget: false })
  personal.signedIn('usr_fiona')
  expect(readOutbox(personal.box()).map(({ clientId }) => clientId)).toEqual(['1', '2'])
  personal.ended({ forget: true })
  personal.signedIn('usr_fiona')
  expect(readOutbox(personal.box())).toEqual([])
})

test('two tabs keep theirs in one place, and take out only their own', () => {
  const box = personal.box()
  writeOutbox(box, [], [item('1')])
  writeOutbox(box, [], [item('2')])
  expect(readOutbox(box)).toHaveLength(2)
  writeOutbox(box, [item('1')], [])
  expect(readOutbox(box).map(({ clientId }) => clientId)).toEqual(['2'])
})

test('what is no queue is none', () => {
  for (const text of ['{', '{}', '[{"text":1}]', 'null']) {
    personal.box().set(OUTBOX, text)
    expect(readOutbox(personal.box())).toEqual([])
  }
})

test('each room sends its first that was not refused', () => {
  const all = [item('1', { refusal: 'no' }), item('2'), item('3'), item('4', { roomId: 'rom_2' })]
  expect(nextOf(all, () => true).map(({ clientId }) => clientId)).toEqual(['2', '4'])
  expect(nextOf(all, ({ clientId }) => clientId !== '2').map(({ clientId }) => clientId)).toEqual(['3', '4'])
})
