import type { Frame } from '@/api/types'
import { backOff } from '@/live/back-off'
import { live } from '@/live/live'
import { nextOf, type Outgoing } from '../state/outbox'
import { chat } from '../state/slice'
import * as words from '../talk-words'
import { frameOf, mine, MOST_LETTERS, tooMuch } from './say'
import { now, type Store } from './store'

/** An answer takes milliseconds; after this the connection is looked at, and it is sent again. */
const ANSWER_WITHIN = 10_000
/** What another tab wrote is sent there, unless that tab is gone. */
const ABANDONED_AFTER = 20_000

/** What may well go through the next time. Everything else is said to the person. */
const PASSES = ['rate_limited', 'unavailable', 'internal', 'conflict', 'unauthenticated', 'token_expired']

/** Sends what waits, in each room one after the other, for as long as somebody is signed in. */
export class Sender {
  readonly #store: Store
  readonly #underWay = new Map<string, ReturnType<typeof setTimeout>>()
  #failures = 0
  #later: ReturnType<typeof setTimeout> | undefined
  #seen: Outgoing[] = []
  readonly #stops: (() => void)[]

  constructor(store: Store) {
    this.#store = store
    // What is there from the start was written before a reload, or waits in another tab: twice is once.
    now(store).outbox.forEach(({ clientId }) => mine.add(clientId))
    this.#stops = [
      live.subscribe((frame) => this.#onLive(frame)),
      store.subscribe(() => this.#onStore()),
      () => clearTimeout(this.#later),
      () => this.#forgetAll(),
    ]
    this.#pump()
  }

  stop(): void {
    this.#stops.forEach((stop) => stop())
  }

  #onStore(): void {
    const { outbox } = now(this.#store)
    if (outbox === this.#seen) return
    this.#seen = outbox
    const there = new Set(outbox.map(({ clientId }) => clientId))
    for (const clientId of this.#underWay.keys()) if (!there.has(clientId)) this.#answered(clientId)
    this.#pump()
  }

  #onLive(frame: Frame | undefined): void {
    if (frame?.type === 'error' && frame.clientId) this.#refused(frame.clientId, frame)
    if (frame) return
    this.#forgetAll()
    this.#pump()
  }

  #pump(): void {
    clearTimeout(this.#later)
    const { outbox } = now(this.#store)
    if (!live.isOpen() || outbox.length === 0) return
    const isOurs = (item: Outgoing) =>
      mine.has(item.clientId) || Date.now() - item.queuedAt >= ABANDONED_AFTER
    const waits: number[] = outbox.every(isOurs) ? [] : [ABANDONED_AFTER]
    for (const item of nextOf(outbox, isOurs)) {
      const wait = item.retryAt - Date.now()
      if (this.#underWay.has(item.clientId)) continue
      if (wait > 0) waits.push(wait)
      else this.#send(item)
    }
    if (waits.length > 0) this.#later = setTimeout(() => this.#pump(), Math.min(...waits))
  }

  #send(item: Outgoing): void {
    // Looked at when it was written, but perhaps by an earlier release: the gateway would close the connection over it, each time.
    const much = tooMuch(item)
    if (much) {
      const refusal = much === 'bytes' ? words.tooLarge : words.tooLong([...item.text].length, MOST_LETTERS)
      return void this.#store.dispatch(chat.held({ clientId: item.clientId, change: { refusal } }))
    }
    if (!live.send(frameOf(item))) return
    const again = () => {
      this.#underWay.delete(item.clientId)
      live.check()
      this.#pump()
    }
    this.#underWay.set(item.clientId, setTimeout(again, ANSWER_WITHIN))
  }

  #refused(clientId: string, { code, detail, errors, retryAfter }: Extract<Frame, { type: 'error' }>): void {
    if (!now(this.#store).outbox.some((item) => item.clientId === clientId)) return
    this.#answered(clientId)
    const passes = PASSES.includes(code)
    this.#failures = passes ? this.#failures + 1 : 0
    const wait = retryAfter ? retryAfter * 1000 : backOff(this.#failures)
    const named = errors?.map(({ message }) => message).join(' ')
    const change = passes ? { retryAt: Date.now() + wait } : { refusal: named || detail }
    this.#store.dispatch(chat.held({ clientId, change }))
  }

  #answered(clientId: string): void {
    clearTimeout(this.#underWay.get(clientId))
    this.#underWay.delete(clientId)
  }

  #forgetAll(): void {
    for (const clientId of [...this.#underWay.keys()]) this.#answered(clientId)
  }
}
