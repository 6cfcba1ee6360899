import { EditorContent, useEditor, useEditorState } from '@tiptap/react'
import { StarterKit } from '@tiptap/starter-kit'
import { useEffect } from 'react'
import { cx } from '@/lib/class-names'
import { RichTextToolbar } from './rich-text-toolbar'

interface Props {
  id: string
  labelledBy: string
  describedBy: string
  invalid: boolean
  value: string
  onChange: (html: string) => void
}

// Only what the server keeps; anything else would silently be lost after saving.
const extensions = [
  StarterKit.configure({
    heading: { levels: [2, 3] },
    horizontalRule: false,
    link: { openOnClick: false, protocols: ['http', 'https', 'mailto'] },
  }),
]

export default function RichTextEditor({ id, labelledBy, describedBy, invalid, value, onChange }: Props) {
  const editor = useEditor({
    extensions,
    content: value,
    // Its style sheet would be inline, which the content security policy refuses; ours has the rules it needs.
    injectCSS: false,
    editorProps: {
      attributes: {
        id,
        role: 'textbox',
        'aria-multiline': 'true',
        class: 'rich-text min-h-48 px-4 py-3 outline-none',
      },
    },
    onUpdate: ({ editor: current }) => onChange(current.isEmpty ? '' : current.getHTML()),
  })

  // Set from outside only when a draft is restored or thrown away.
  useEffect(() => {
    if (!editor.isFocused && value !== editor.getHTML() && !(editor.isEmpty && !value)) {
      editor.commands.setContent(value, { emitUpdate: false })
    }
  }, [editor, value])

  useEffect(() => {
    const { dom } = editor.view
    dom.setAttribute('aria-labelledby', labelledBy)
    if (describedBy) dom.setAttribute('aria-describedby', describedBy)
    else dom.removeAttribute('aria-describedby')
    dom.setAttribute('aria-invalid', String(invalid))
  }, [editor, labelledBy, describedBy, invalid])

  const words = useEditorState({
    editor,
    selector: ({ editor: current }) => current.getText().split(/\s+/).filter(Boolean).length,
  })

  return (
    <div
      className={cx(
        'rounded-md border bg-surface focus-within:outline-2 focus-within:outline-offset-2 focus-within:outline-accent',
        invalid ? 'border-danger' : 'border-edge',
      )}
    >
      <RichTextToolbar editor={editor} controls={id} />
      <EditorContent editor={editor} />
      <p className="border-t border-line px-4 py-1.5 text-xs text-ink-muted tabular">{words} words</p>
    </div>
  )
}
