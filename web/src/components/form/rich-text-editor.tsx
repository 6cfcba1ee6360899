import { DOMParser as SchemaParser, type Node } from '@tiptap/pm/model'
import { EditorContent, useEditor, useEditorState } from '@tiptap/react'
import { StarterKit } from '@tiptap/starter-kit'
import { cx } from '@/lib/class-names'
import { wordCount } from './editor-words'
import { cleanHtml, cleanText } from './paste/clean'
import { RichTextToolbar } from './rich-text-toolbar'

interface Props {
  id: string
  labelledBy: string
  describedBy: string
  invalid: boolean
  /** Only where it begins: what is typed then is the editor's own. */
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

const wordsIn = (doc: Node) =>
  doc.textBetween(0, doc.content.size, ' ', ' ').split(/\s+/).filter(Boolean).length

export default function RichTextEditor({ id, labelledBy, describedBy, invalid, value, onChange }: Props) {
  const editor = useEditor({
    extensions,
    content: value,
    // Its style sheet would be inline, which the content security policy refuses; ours has the rules it needs.
    injectCSS: false,
    // Compared at each render, so the names that screen readers hear follow the field.
    editorProps: {
      transformPastedHTML: cleanHtml,
      clipboardTextParser: (text, context, _plain, view) => {
        const holder = document.createElement('div')
        holder.innerHTML = cleanText(text)
        return SchemaParser.fromSchema(view.state.schema).parseSlice(holder, { context })
      },
      attributes: {
        id,
        role: 'textbox',
        dir: 'auto',
        'aria-multiline': 'true',
        'aria-labelledby': labelledBy,
        'aria-invalid': String(invalid),
        ...(describedBy && { 'aria-describedby': describedBy }),
        class: 'rich-text min-h-48 px-4 py-3 outline-none',
      },
    },
    onUpdate: ({ editor: current }) => onChange(current.isEmpty ? '' : current.getHTML()),
  })

  const count = useEditorState({
    editor,
    // Of its document, which is there before the editor is shown and after it has gone, as `getText` is not.
    selector: ({ editor: current }) => wordsIn(current.state.doc),
  })

  return (
    <div
      className={cx(
        'flex min-h-86 flex-col rounded-md border bg-surface focus-within:outline-2 focus-within:outline-offset-2 focus-within:outline-focus',
        invalid ? 'border-danger' : 'border-edge',
      )}
    >
      <RichTextToolbar editor={editor} controls={id} />
      <EditorContent editor={editor} className="flex-1" />
      <p className="border-t border-line px-4 py-1.5 text-xs text-ink-muted tabular">{wordCount(count)}</p>
    </div>
  )
}
