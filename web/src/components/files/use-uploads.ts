import { useEffect, useRef, useState } from 'react'
import { removeFile } from '@/api/files'
import type { FilePurpose } from '@/api/types'
import { announce } from '@/components/ui/announcer'
import { personal } from '@/lib/personal'
import { keptFiles } from './kept-files'
import type { Entry } from './entry'
import { maxFiles, refusal } from './limits'
import { follow } from './follow'
import { send } from './send'
import { isSending, type Step } from './step'
import * as words from './words'

/** So many are sent at a time; the rest wait. */
const AT_ONCE = 3

let lastKey = 0
const nextKey = () => `file-${(lastKey += 1)}`

/** The files of one form: sent as they are chosen, kept with the form's draft when `draft` names it. */
export function useUploads(purpose: FilePurpose, draft?: string) {
  const [box] = useState(personal.box)
  const [entries, setEntries] = useState<Entry[]>(() => (draft ? keptFiles.read(box, draft) : []))
  const [problem, setProblem] = useState<string | null>(null)
  const stops = useRef(new Map<string, AbortController>())

  const change = (key: string, part: Partial<Entry>) =>
    setEntries((all) => all.map((entry) => (entry.key === key ? { ...entry, ...part } : entry)))

  function run(entry: Entry): void {
    const stop = new AbortController()
    stops.current.set(entry.key, stop)
    const watch = {
      signal: stop.signal,
      onStep: (step: Step) => {
        change(entry.key, step.at === 'checking' ? { step, arrived: true } : { step })
        say(entry.name, step)
      },
      onFile: ({ id }: { id: string }) => change(entry.key, { id }),
      onGone: () => gone(entry),
    }
    const sent = entry.arrived || !entry.content
    const work = sent ? follow(entry.id ?? '', watch) : send(entry.content as File, purpose, watch)
    void work.finally(() => {
      if (stops.current.get(entry.key) === stop) stops.current.delete(entry.key)
    })
  }

  /** What is still here can be sent again; of what was kept over a reload, only the name is left. */
  function gone({ key, name, content }: Entry): void {
    const text = words.gone
    if (content) return change(key, { step: { at: 'failed', text }, id: null, arrived: false })
    setEntries((all) => all.filter((other) => other.key !== key))
    setProblem(words.goneFromDraft(name))
  }

  useEffect(() => {
    const waiting = entries.filter(({ step, key }) => step.at === 'waiting' && !stops.current.has(key))
    waiting.filter(({ arrived }) => arrived).forEach(run)
    const room = AT_ONCE - entries.filter(({ step }) => isSending(step)).length
    const unsent = waiting.filter(({ arrived }) => !arrived)
    unsent.slice(0, Math.max(0, room)).forEach(run)
    if (draft) keptFiles.write(box, draft, entries)
    // eslint-disable-next-line react-hooks/exhaustive-deps -- `run` changes with each render and only the entries matter
  }, [entries])

  const busy = entries.some(({ step }) => isSending(step) || step.at === 'waiting' || step.at === 'checking')
  useEffect(() => {
    if (!busy) return
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [busy])

  // The page is left: what is on its way is not finished for nobody.
  useEffect(() => {
    const running = stops.current
    return () => {
      running.forEach((stop) => stop.abort())
      running.clear()
    }
  }, [])

  function add(files: File[]): void {
    const found: string[] = []
    const fresh: Entry[] = []
    for (const content of files) {
      const same = [...entries, ...fresh].some(
        ({ name, size }) => name === content.name && size === content.size,
      )
      const why = same ? words.inList : refusal(content, purpose)
      if (why) found.push(words.notTaken(content.name, why))
      else fresh.push(entryOf(content))
    }
    const replaces = maxFiles(purpose) === 1
    const room = replaces ? 1 : maxFiles(purpose) - entries.length
    if (fresh.length > room) found.push(words.tooMany(maxFiles(purpose)))
    setProblem(found.length > 0 ? found.join(' ') : null)
    const taken = fresh.slice(0, Math.max(0, room))
    if (replaces && taken.length > 0) entries.forEach(({ key }) => remove(key))
    setEntries((all) => [...all, ...taken])
  }

  function remove(key: string): void {
    stops.current.get(key)?.abort()
    forget(entries.find((other) => other.key === key)?.id)
    setEntries((all) => all.filter((other) => other.key !== key))
    setProblem(null)
  }

  /** What has arrived is only asked for again. Anything else is announced anew, so what was announced first goes. */
  function retry(key: string): void {
    const entry = entries.find((other) => other.key === key)
    if (entry?.arrived) return change(key, { step: { at: 'waiting' } })
    forget(entry?.id)
    change(key, { step: { at: 'waiting' }, id: null })
  }

  return {
    entries,
    /** Why the last files were not taken. */
    problem,
    add,
    remove,
    retry,
    /** The person begins again. */
    clear: () => entries.forEach(({ key }) => remove(key)),
    /** Nothing is kept any more, and nothing is deleted: the files hang on something now. */
    finish: () => {
      if (draft) keptFiles.write(box, draft, [])
      setEntries([])
    },
    /** The ids to send, or why the form has to wait. */
    result: (): { ids: string[] } | { problem: string } => {
      if (busy) return { problem: words.waitForFiles }
      if (entries.some(({ step }) => step.at !== 'clean')) {
        return { problem: words.sendFailedAgain }
      }
      return { ids: entries.flatMap(({ id }) => (id ? [id] : [])) }
    },
  }
}

export type Uploads = ReturnType<typeof useUploads>

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
