import type { Told } from '@/api/types'
import { product } from '@/words/common'
import * as words from '../words'
import type { Shown } from './tally'

/** The DOM's types have lost `renotify`; browsers have not. */
type Options = NotificationOptions & { renotify?: boolean }

/** What the browser shows for us, by its tag. */
export class ShownByBrowser {
  readonly #open = new Map<string, Notification>()

  show(told: Told, { tag, count, sound }: Shown, onClick: () => void): void {
    const options: Options = {
      body: count > 1 ? words.several(count, told.text) : told.text,
      tag,
      renotify: sound,
      silent: !sound,
      icon: '/favicon.svg',
      dir: 'auto',
    }
    const shown = make(told.thing?.title ?? product, options)
    if (!shown) return
    shown.onclick = () => {
      this.close([tag])
      onClick()
    }
    this.#open.set(tag, shown)
  }

  close(tags: Iterable<string> = [...this.#open.keys()]): void {
    for (const tag of tags) {
      this.#open.get(tag)?.close()
      this.#open.delete(tag)
    }
  }
}

/** Null where a page may show none although the browser knows the word: on Android. */
export function make(title: string, options: Options): Notification | null {
  try {
    return new Notification(title, options)
  } catch {
    return null
  }
}
