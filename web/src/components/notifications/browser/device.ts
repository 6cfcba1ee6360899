import { personal } from '@/lib/personal'

/**
 * Whether this browser shows notifications of its own: the person has asked for it on this device, and the browser allows
 * it. Asked only on a click. The wish is theirs alone: the next person on the same browser has to ask for it again.
 */
export type DeviceState = 'unsupported' | 'blocked' | 'off' | 'on'

const KEY = 'browser-notifications'
const listeners = new Set<() => void>()

function tell(): void {
  for (const listener of listeners) listener()
}

export const device = {
  state(): DeviceState {
    if (typeof Notification === 'undefined') return 'unsupported'
    if (Notification.permission === 'denied') return 'blocked'
    return Notification.permission === 'granted' && personal.box().get(KEY) === 'on' ? 'on' : 'off'
  },
  /** Asks the browser, which asks the person. */
  async turnOn(): Promise<DeviceState> {
    const answer = await Notification.requestPermission()
    if (answer === 'granted') personal.box().set(KEY, 'on')
    tell()
    return device.state()
  },
  turnOff(): void {
    personal.box().remove(KEY)
    tell()
  },
  subscribe(listener: () => void): () => void {
    listeners.add(listener)
    // Another tab may have turned it on or off.
    window.addEventListener('storage', listener)
    return () => {
      listeners.delete(listener)
      window.removeEventListener('storage', listener)
    }
  },
}
