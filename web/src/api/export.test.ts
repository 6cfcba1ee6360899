import { http, HttpResponse } from 'msw'
import { expect, test } from 'vitest'
import { mockServer } from '@/testing/server'
import { exportData } from './export'

const server = mockServer()

const part = (id: string, nextCursor: string | null) => ({
  exportedAt: `2026-11-0${id}T00:00:00Z`,
  account: [{ sk: `ACTIVITY#${id}` }],
  tasks: [],
  bids: [],
  contracts: [{ id }],
  files: [],
  disputes: [{ id }],
  rooms: [{ messages: [id] }],
  nextCursor,
})

const text = (blob: Blob) =>
  new Promise<string>((resolve) => {
    const reader = new FileReader()
    reader.onload = () => resolve(String(reader.result))
    reader.readAsText(blob)
  })

test('the parts of an export become one file', async () => {
  const asked: (string | null)[] = []
  server.use(
    http.get('*/v1/users/me/export', ({ request }) => {
      const cursor = new URL(request.url).searchParams.get('cursor')
      asked.push(cursor)
      return HttpResponse.json(cursor ? part('2', null) : part('1', '3.abc'))
    }),
  )
  const whole: unknown = JSON.parse(await text(await exportData()))
  expect(asked).toEqual([null, '3.abc'])
  expect(whole).toEqual({
    exportedAt: '2026-11-01T00:00:00Z',
    account: [{ sk: 'ACTIVITY#1' }, { sk: 'ACTIVITY#2' }],
    tasks: [],
    bids: [],
    contracts: [{ id: '1' }, { id: '2' }],
    files: [],
    disputes: [{ id: '1' }, { id: '2' }],
    rooms: [{ messages: ['1'] }, { messages: ['2'] }],
  })
})
