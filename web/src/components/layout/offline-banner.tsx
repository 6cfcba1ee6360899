import { useSyncExternalStore } from 'react'
import { Icon } from '../ui/icon'

function subscribe(listener: () => void): () => void {
  window.addEventListener('online', listener)
  window.addEventListener('offline', listener)
  return () => {
    window.removeEventListener('online', listener)
    window.removeEventListener('offline', listener)
  }
}

/** Says that there is no network, for as long as there is none. It lies over the page and moves nothing. */
export function OfflineBanner() {
  const online = useSyncExternalStore(subscribe, () => navigator.onLine)
  return (
    <div role="status">
      {!online && (
        <p className="flex items-center gap-2.5 rounded-md border border-edge bg-raised px-4 py-2.5 text-sm shadow-raised">
          <Icon name="alert" className="size-4 text-warning" />
          You are offline. What you see may be out of date; what you type is kept on this device.
        </p>
      )}
    </div>
  )
}
