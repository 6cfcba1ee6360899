import { type Editor, useEditorState } from '@tiptap/react'
import { type KeyboardEvent, useRef } from 'react'
import { cx } from '@/lib/class-names'
import { Icon, type IconName } from '../ui/icon'
import * as shapes from './toolbar-shapes'
import * as words from './words'

interface Tool {
  icon: { name: IconName } | { shape: string }
  label: string
  active?: (editor: Editor) => boolean
  run: (editor: Editor) => void
}

const tools: Tool[] = [
  {
    icon: { shape: shapes.bold },
    label: words.bold,
    active: (e) => e.isActive('bold'),
    run: (e) => e.chain().focus().toggleBold().run(),
  },
  {
    icon: { shape: shapes.italic },
    label: words.italic,
    active: (e) => e.isActive('italic'),
    run: (e) => e.chain().focus().toggleItalic().run(),
  },
  {
    icon: { shape: shapes.heading },
    label: words.heading,
    active: (e) => e.isActive('heading'),
    run: (e) => e.chain().focus().toggleHeading({ level: 2 }).run(),
  },
  {
    icon: { name: 'tasks' },
    label: words.bulletedList,
    active: (e) => e.isActive('bulletList'),
    run: (e) => e.chain().focus().toggleBulletList().run(),
  },
  {
    icon: { shape: shapes.numbers },
    label: words.numberedList,
    active: (e) => e.isActive('orderedList'),
    run: (e) => e.chain().focus().toggleOrderedList().run(),
  },
  {
    icon: { shape: shapes.quote },
    label: words.quote,
    active: (e) => e.isActive('blockquote'),
    run: (e) => e.chain().focus().toggleBlockquote().run(),
  },
  { icon: { name: 'undo' }, label: words.undo, run: (e) => e.chain().focus().undo().run() },
  { icon: { shape: shapes.redo }, label: words.redo, run: (e) => e.chain().focus().redo().run() },
]

/** One stop for the Tab key; arrow keys move between the buttons. */
export function RichTextToolbar({ editor, controls }: { editor: Editor; controls: string }) {
  const bar = useRef<HTMLDivElement>(null)
  const active = useEditorState({
    editor,
    selector: ({ editor: current }) =>
      tools.map((tool) => (!current.isDestroyed && tool.active?.(current)) ?? false),
  })

  function onKeyDown(event: KeyboardEvent): void {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
    const buttons = [...(bar.current?.querySelectorAll('button') ?? [])]
    const at = buttons.indexOf(document.activeElement as HTMLButtonElement)
    if (!step || at < 0) return
    event.preventDefault()
    const next = buttons[(at + step + buttons.length) % buttons.length]
    for (const button of buttons) button.tabIndex = button === next ? 0 : -1
    next?.focus()
  }

  return (
    <div
      ref={bar}
      role="toolbar"
      aria-label={words.formatting}
      aria-controls={controls}
      tabIndex={-1}
      onKeyDown={onKeyDown}
      className="flex flex-wrap gap-0.5 border-b border-line p-1"
    >
      {tools.map((tool, place) => (
        <button
          key={tool.label}
          type="button"
          aria-label={tool.label}
          aria-pressed={tool.active ? active[place] : undefined}
          tabIndex={place === 0 ? 0 : -1}
          onClick={() => tool.run(editor)}
          className={cx(
            'grid size-9 place-items-center rounded-sm',
            active[place]
              ? 'bg-accent-soft text-accent-text'
              : 'text-ink-muted hover:bg-sunken hover:text-ink',
          )}
        >
          <Icon {...tool.icon} />
        </button>
      ))}
    </div>
  )
}
