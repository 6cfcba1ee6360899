import { useOnline } from '@/lib/use-online'
import { Icon } from '../ui/icon'
import * as words from './words'

/** Says that there is no network, for as long as there is none. It lies over the page and moves nothing. */
export function OfflineBanner() {
  const online = useOnline()
  return (
    <div role="status">
      {!online && (
        <p className="flex items-center gap-2.5 rounded-md border border-edge bg-raised px-4 py-2.5 text-sm shadow-raised">
          <Icon name="alert" className="size-4 text-warning" />
          {words.offline}
        </p>
      )}
    </div>
  )
}
