import { type FormEvent, type RefObject, useRef, useState } from 'react'
import type { Entry } from '@/components/files/entry'
import { FilesOnTheirWay } from '@/components/files/files-field'
import { useDroppedFiles } from '@/components/files/use-dropped-files'
import { useTextDraft } from '@/components/form/use-text-draft'
import { Icon } from '@/components/ui/icon'
import { cx } from '@/lib/class-names'
import { useAppStore } from '@/lib/store-parts'
import { compose, isBlank, MOST_LETTERS, say, tooMuch } from './live/say'
import { useRoomFiles } from './live/use-room-files'
import { useTelling } from './live/use-telling'
import { useGrowing } from './view/use-growing'
import { isSendKey } from './view/send-key'
import { Sign } from './sign'
import * as words from './talk-words'

interface Props {
  roomId: string
  /** Who reads it. */
  name: string
  /** Where files may be dropped. */
  area: RefObject<HTMLElement | null>
  takesFocus?: boolean
}

const round = 'grid size-11 shrink-0 place-items-center rounded-full'

/** As the message shows it until the server has it, which knows more. */
const filed = ({ id, name, size, type }: Entry) => ({
  id: id ?? '',
  name,
  size,
  contentType: type,
  hasPreview: false,
})

/** Writes into the room that it was made for: another room has another one, with a draft and files of its own. */
export function Composer({ roomId, name, area, takesFocus }: Props) {
  const store = useAppStore()
  const [text, setText] = useTextDraft(`chat.${roomId}`)
  const uploads = useRoomFiles(roomId)
  const [problem, setProblem] = useState('')
  const field = useRef<HTMLTextAreaElement>(null)
  const input = useRef<HTMLInputElement>(null)
  const over = useDroppedFiles(area, uploads.add)
  const tell = useTelling(roomId)
  useGrowing(field, text)

  function send(event?: FormEvent): void {
    event?.preventDefault()
    const result = uploads.result()
    if ('problem' in result) return setProblem(result.problem)
    const files = uploads.entries.map(filed)
    const item = compose(roomId, text, files)
    if (isBlank(item.text) && files.length === 0) return setProblem('')
    const much = tooMuch(item)
    if (much === 'letters') return setProblem(words.tooLong([...item.text].length, MOST_LETTERS))
    if (much === 'bytes') return setProblem(words.tooLarge)
    say(store, item)
    setText('')
    setProblem('')
    uploads.finish()
    field.current?.focus()
  }

  const isEmpty = isBlank(text) && uploads.entries.length === 0
  return (
    <form
      onSubmit={send}
      className={cx(
        'shrink-0 border-t border-line bg-surface px-3 pt-2 pb-[max(0.5rem,env(safe-area-inset-bottom))]',
        over && 'bg-accent-soft',
      )}
    >
      {over && <p className="pb-2 text-center text-sm font-semibold">{words.dropHere}</p>}
      <FilesOnTheirWay
        uploads={uploads}
        className="mb-2 max-h-48 overflow-y-auto"
        next={() => field.current}
      />
      {problem && (
        <p role="alert" id={`problem-${roomId}`} className="mb-2 text-sm font-medium text-danger">
          {problem}
        </p>
      )}
      <div className="flex items-end gap-1.5">
        <button
          type="button"
          aria-label={words.attach}
          onClick={() => input.current?.click()}
          className={cx(round, 'text-ink-muted hover:bg-sunken')}
        >
          <Sign name="attach" />
        </button>
        <input
          ref={input}
          type="file"
          hidden
          multiple
          onChange={(event) => {
            uploads.add([...(event.target.files ?? [])])
            event.target.value = ''
          }}
        />
        <textarea
          ref={field}
          aria-label={words.write(name)}
          aria-describedby={problem ? `problem-${roomId}` : undefined}
          aria-invalid={problem ? true : undefined}
          aria-keyshortcuts="Enter"
          title={words.keysHelp}
          dir="auto"
          rows={1}
          // eslint-disable-next-line jsx-a11y/no-autofocus -- it was opened to write in it
          autoFocus={takesFocus}
          placeholder={words.placeholder}
          value={text}
          onChange={(event) => {
            setText(event.target.value)
            setProblem('')
            if (!isBlank(event.target.value)) tell()
          }}
          onKeyDown={(event) => {
            const key = isSendKey(event)
            if (key) event.preventDefault()
            if (key === 'send') send()
          }}
          className="block max-h-40 min-h-11 min-w-0 flex-1 resize-none rounded-md border border-edge bg-page px-3 py-2.5 text-base"
        />
        <button
          type="submit"
          aria-label={words.send}
          aria-disabled={isEmpty || undefined}
          className={cx(round, 'bg-accent text-on-accent hover:bg-accent-strong aria-disabled:opacity-55')}
        >
          <Icon name="bids" />
        </button>
      </div>
    </form>
  )
}
