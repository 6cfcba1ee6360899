import { useEffect, useRef, useState } from 'react'
import type { FieldValues, UseFormReturn } from 'react-hook-form'
import { personal } from '@/lib/personal'
import { notify } from '../ui/notify'
import * as words from './words'

interface Draft<T> {
  values: T
  savedAt: string
}

export function readDraft<T>(key: string): Draft<T> | null {
  const text = personal.box().get(`draft.${key}`)
  if (!text) return null
  try {
    return JSON.parse(text) as Draft<T>
  } catch {
    return null
  }
}

/** Keeps what was typed into a long form on this device, so that no expired session can lose it. */
export function useDraft<T extends FieldValues>(key: string, form: UseFormReturn<T>) {
  const [box] = useState(personal.box)
  const [savedAt, setSavedAt] = useState<string | null>(() => readDraft<T>(key)?.savedAt ?? null)
  const discarded = useRef(false)
  const { subscribe } = form

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>
    let latest: T | null = null
    const save = () => {
      if (!latest || discarded.current) return
      const now = new Date().toISOString()
      box.set(`draft.${key}`, JSON.stringify({ values: latest, savedAt: now }))
      latest = null
      setSavedAt(now)
    }
    const stop = subscribe({
      formState: { values: true },
      callback: ({ values }) => {
        latest = values
        clearTimeout(timer)
        timer = setTimeout(save, 400)
      },
    })
    window.addEventListener('pagehide', save)
    return () => {
      stop()
      clearTimeout(timer)
      window.removeEventListener('pagehide', save)
      save()
    }
  }, [key, subscribe, box])

  return {
    savedAt,
    /** After the form was sent: nothing is kept any more. */
    discard: () => {
      discarded.current = true
      box.remove(`draft.${key}`)
    },
    /** When the person wants to begin again: what is typed from now on is kept. */
    startAgain: (empty: T, onUndo?: (values: T) => void) => {
      const before = form.getValues()
      form.reset(empty)
      box.remove(`draft.${key}`)
      setSavedAt(null)
      notify.success(words.formEmptied, () => {
        form.reset(before)
        box.set(`draft.${key}`, JSON.stringify({ values: before, savedAt: new Date().toISOString() }))
        setSavedAt(new Date().toISOString())
        onUndo?.(before)
      })
    },
  }
}
