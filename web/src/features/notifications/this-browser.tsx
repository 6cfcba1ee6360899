import { useSyncExternalStore } from 'react'
import { device } from '@/components/notifications/browser/device'
import { make } from '@/components/notifications/browser/shown'
import { Button } from '@/components/ui/button'
import { notify } from '@/components/ui/notify'
import * as words from './words'

/** The browser asks the person, and only because they pressed this. */
export function ThisBrowser() {
  const state = useSyncExternalStore(device.subscribe, device.state)

  async function turnOn(): Promise<void> {
    if ((await device.turnOn()) !== 'on') return
    // The first one is the proof: some browsers know the word and show nothing.
    if (!make(words.turnedOn, { body: words.turnedOnText, tag: 'proof' })) device.turnOff()
    else notify.success(words.turnedOn)
  }

  function turnOff(): void {
    device.turnOff()
    notify.success(words.turnedOff)
  }

  return (
    <div className="space-y-4">
      <p className="text-ink-muted">{words.thisBrowserText}</p>
      {state === 'unsupported' && <p>{words.browserUnsupported}</p>}
      {state === 'blocked' && <p>{words.browserBlocked}</p>}
      {state === 'on' && <p>{words.browserOn}</p>}
      {(state === 'on' || state === 'off') && (
        <Button variant="secondary" icon="bell" onClick={() => (state === 'on' ? turnOff() : void turnOn())}>
          {state === 'on' ? words.turnOff : words.turnOn}
        </Button>
      )}
    </div>
  )
}
