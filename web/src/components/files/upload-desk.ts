import { removeFile } from '@/api/files'
import type { FilePurpose } from '@/api/types'
import { announce } from '@/components/ui/announcer'
import { personal } from '@/lib/personal'
import type { Entry } from './entry'
import { keptFiles } from './kept-files'
import { maxFiles, refusal } from './limits'
import { isSending, type Step } from './step'
import * as words from './words'

const carry = () => import('./carry')

/** So many are sent at a time; the rest wait. */
const AT_ONCE = 3

let lastKey = 0
const nextKey = () => `file-${(lastKey += 1)}`

interface Shown {
  entries: Entry[]
  /** Why the last files were not taken. */
  problem: string | null
}

/**
 * Files that belong together: sent as they are added, kept with a draft when it names one. It belongs to whoever made it and
 * works until they end it, whether it is shown or not.
 */
export class UploadDesk {
  private readonly purpose: FilePurpose
  private readonly draft: string | undefined
  private shown: Shown
  private works = false
  private readonly box = personal.box()
  /** Its own, so that no other desk takes it away. */
  private readonly ask = (event: BeforeUnloadEvent) => event.preventDefault()
  private readonly stops = new Map<string, AbortController>()
  private readonly listeners = new Set<() => void>()

  constructor(purpose: FilePurpose, draft?: string) {
    this.purpose = purpose
    this.draft = draft
    this.shown = { entries: draft ? keptFiles.read(this.box, draft) : [], problem: null }
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  readonly now = (): Shown => this.shown

  readonly start = (): void => {
    this.works = true
    // Fetched now, so that it is here when a file is.
    void carry().catch(() => undefined)
    this.change({})
  }

  /** Nobody waits for it any more: what is on its way is not finished, and begins again should it start once more. */
  readonly stop = (): void => {
    this.works = false
    const ended = new Set(this.stops.keys())
    this.stops.forEach((stop) => stop.abort())
    this.stops.clear()
    window.removeEventListener('beforeunload', this.ask)
    const waiting: Step = { at: 'waiting' }
    this.change({
      entries: this.shown.entries.map((entry) =>
        ended.has(entry.key) ? { ...entry, step: waiting } : entry,
      ),
    })
  }

  /** Something is on its way, or would be lost: its content is nowhere but here. */
  get isNeeded(): boolean {
    return this.shown.entries.some(({ step }) => step.at !== 'clean' && step.at !== 'refused')
  }

  readonly add = (files: File[]): void => {
    const { entries } = this.shown
    const found: string[] = []
    const fresh: Entry[] = []
    for (const content of files) {
      const same = [...entries, ...fresh].some(
        ({ name, size }) => name === content.name && size === content.size,
      )
      const why = same ? words.inList : refusal(content, this.purpose)
      if (why) found.push(words.notTaken(content.name, why))
      else fresh.push(entryOf(content))
    }
    const most = maxFiles(this.purpose)
    const room = most === 1 ? 1 : most - entries.length
    if (fresh.length > room) found.push(words.tooMany(most))
    const taken = fresh.slice(0, Math.max(0, room))
    if (most === 1 && taken.length > 0) this.clear()
    const problem = found.length > 0 ? found.join(' ') : null
    this.change({ entries: [...this.shown.entries, ...taken], problem })
  }

  readonly remove = (key: string): void => {
    this.stops.get(key)?.abort()
    forget(this.shown.entries.find((other) => other.key === key)?.id)
    this.change({ entries: this.without(key), problem: null })
  }

  /** What has arrived is only asked for again. Anything else is announced anew, so what was announced first goes. */
  readonly retry = (key: string): void => {
    const entry = this.shown.entries.find((other) => other.key === key)
    if (entry?.arrived) return this.put(key, { step: { at: 'waiting' } })
    forget(entry?.id)
    this.put(key, { step: { at: 'waiting' }, id: null })
  }

  /** The person begins again. */
  readonly clear = (): void => this.shown.entries.forEach(({ key }) => this.remove(key))

  /** Nothing is kept any more, and nothing is deleted: the files hang on something now. */
  readonly finish = (): void => this.change({ entries: [] })

  /** The ids to send, or why whoever asks has to wait. */
  readonly result = (): { ids: string[] } | { problem: string } => {
    const { entries } = this.shown
    if (entries.some(isBusy)) return { problem: words.waitForFiles }
    if (entries.some(({ step }) => step.at !== 'clean')) return { problem: words.sendFailedAgain }
    return { ids: entries.flatMap(({ id }) => (id ? [id] : [])) }
  }

  private without(key: string): Entry[] {
    return this.shown.entries.filter((other) => other.key !== key)
  }

  private put(key: string, part: Partial<Entry>): void {
    this.change({
      entries: this.shown.entries.map((entry) => (entry.key === key ? { ...entry, ...part } : entry)),
    })
  }

  private change(part: Partial<Shown>): void {
    this.shown = { ...this.shown, ...part }
    if (this.works) this.work()
    this.listeners.forEach((listener) => listener())
  }

  private work(): void {
    for (let next = this.next(); next; next = this.next()) this.run(next)
    const { entries } = this.shown
    if (this.draft) keptFiles.write(this.box, this.draft, entries)
    if (entries.some(isBusy)) window.addEventListener('beforeunload', this.ask)
    else window.removeEventListener('beforeunload', this.ask)
  }

  /** What may begin now: what is only asked for at once, of the others a few at a time. */
  private next(): Entry | undefined {
    const { entries } = this.shown
    const hasRoom = entries.filter(({ step }) => isSending(step)).length < AT_ONCE
    return entries.find(
      ({ step, key, arrived }) => step.at === 'waiting' && !this.stops.has(key) && (arrived || hasRoom),
    )
  }

  private run(entry: Entry): void {
    const stop = new AbortController()
    this.stops.set(entry.key, stop)
    const watch = {
      signal: stop.signal,
      onStep: (step: Step) => {
        this.put(entry.key, step.at === 'checking' ? { step, arrived: true } : { step })
        say(entry.name, step)
      },
      onFile: ({ id }: { id: string }) => this.put(entry.key, { id }),
      onGone: () => this.gone(entry),
    }
    const { content, arrived, id, key } = entry
    const toSend = arrived ? undefined : content
    // Its place among those that are sent is taken at once.
    if (toSend) this.put(key, { step: { at: 'preparing' } })
    const work = carry().then(
      ({ follow, send }) => {
        if (stop.signal.aborted) return
        return toSend ? send(toSend, this.purpose, watch) : follow(id ?? '', watch)
      },
      () => watch.onStep({ at: 'failed', text: words.connectionLost }),
    )
    void work.finally(() => {
      if (this.stops.get(key) === stop) this.stops.delete(key)
    })
  }

  /** What is still here can be sent again; of what was kept over a reload, only the name is left. */
  private gone({ key, name, content }: Entry): void {
    const text = words.gone
    if (content) return this.put(key, { step: { at: 'failed', text }, id: null, arrived: false })
    this.change({ entries: this.without(key), problem: words.goneFromDraft(name) })
  }
}

const isBusy = ({ step }: Entry) => isSending(step) || step.at === 'waiting' || step.at === 'checking'

function entryOf(content: File): Entry {
  const { name, size, type } = content
  return { key: nextKey(), name, size, type, id: null, arrived: false, step: { at: 'waiting' }, content }
}

/** What stays behind because this fails is deleted by the server after a day. */
function forget(id: string | null | undefined): void {
  if (id) void removeFile(id).catch(() => undefined)
}

function say(name: string, step: Step): void {
  if (step.at === 'preparing') announce(words.heardSending(name))
  if (step.at === 'clean') announce(words.heardAttached(name))
  if (step.at === 'refused' || step.at === 'failed') announce(words.heardFailed(name, step.text))
}
