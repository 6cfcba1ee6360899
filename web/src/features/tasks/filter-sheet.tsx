import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { FilterFields } from './filter-fields'
import * as words from './words'

interface Props {
  params: URLSearchParams
  onChange: (params: URLSearchParams) => void
  onClose: () => void
}

/** The filters on a narrow screen. They apply at once; the sheet only has to be closed. */
export default function FilterSheet({ params, onChange, onClose }: Props) {
  return (
    <Dialog open onClose={onClose} title={words.filters}>
      <FilterFields place="sheet" params={params} onChange={onChange} />
      <Button className="mt-5 w-full" onClick={onClose}>
        {words.showTasks}
      </Button>
    </Dialog>
  )
}
