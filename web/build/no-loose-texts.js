/**
 * Texts that people read stand in a catalogue (`words.ts`, `*-words.ts`, `src/words/`): this rule refuses them anywhere
 * else, and refuses to build a sentence where it is shown. See docs/voice.md.
 */

/** Attributes and props whose text is read or heard. */
const READ =
  /^(?:aria-(?:label|description|placeholder|roledescription|valuetext)|abbr|actorName|all|alt|aside|action|description|empty|error|failed|heading|help|intro|label|loading|message|note|placeholder|problem|suffix|summary|text|title)$/
/** What is the same in every language, or no text at all: an example of an address, how a picture is loaded. */
const SAME = /^(?:https:\/\/…|lazy|eager)$/
const LETTER = /\p{L}/u
/** A word or a sentence as people read them. Names of keys and of events, codes and class names are none. */
const SENTENCE = /^[“‘]?\p{Lu}\p{Ll}+(?:[ ,.:;’'“”…?!-]|$)/u
const KEY =
  /^(?:Enter|Escape|Tab|Backspace|Delete|Home|End|Shift|Control|Alt|Meta|Page(?:Up|Down)|Arrow(?:Up|Down|Left|Right)|Space)$/
/** Signs between two facts. They are no words, and no grammar hangs on them. */
const DIVIDER = /^[\s·]*$/u

/** Calls that ask for something by its technical name. */
const ASKS = /^(?:includes|contains|has|invalidateTags)$/

const textOf = (node) =>
  node.type === 'Literal' && typeof node.value === 'string'
    ? node.value
    : node.type === 'TemplateLiteral'
      ? node.quasis.map(({ value }) => value.cooked).join(' ')
      : null

/** Calls whose argument is shown, or read out. */
const tells = ({ type, callee }) =>
  type === 'CallExpression' && (callee.name === 'announce' || callee.object?.name === 'notify')

/** Where this node is shown, if it is: it may be chosen by a condition, or joined. */
function shownIn(node) {
  for (let child = node, { parent } = node; parent; child = parent, parent = parent.parent) {
    if (parent.type === 'JSXExpressionContainer') return parent.parent
    if (parent.type === 'JSXAttribute' || tells(parent)) return parent
    const passes =
      (parent.type === 'ConditionalExpression' && parent.test !== child) ||
      (parent.type === 'LogicalExpression' && (parent.right === child || parent.operator !== '&&')) ||
      (parent.type === 'BinaryExpression' && parent.operator === '+') ||
      parent.type === 'TemplateLiteral' ||
      /^TS(?:As|Satisfies|NonNull)Expression$/.test(parent.type)
    if (!passes) return null
  }
  return null
}

const isText = (shown) =>
  shown &&
  (/^(?:JSXElement|JSXFragment|CallExpression)$/.test(shown.type) ||
    (shown.type === 'JSXAttribute' && READ.test(shown.name.name)))

/** Where a capital letter begins no text: types, imports, names of properties, errors for programmers. */
function isCode({ parent }) {
  if (!parent) return true
  if (/^(?:Import|Export|TS)/.test(parent.type) && !/^TS(?:As|Satisfies)/.test(parent.type)) return true
  if (parent.type === 'BinaryExpression' && parent.operator !== '+') return true
  if (parent.type === 'SwitchCase' || parent.type === 'MemberExpression') return true
  if (parent.type === 'Property' && parent.key === parent.value) return true
  if (parent.type === 'NewExpression') return /Error|Exception/.test(parent.callee.name ?? '')
  const call = parent.type === 'ArrayExpression' ? parent.parent : parent
  if (call.type === 'CallExpression') return ASKS.test(call.callee.property?.name ?? '')
  return parent.type === 'JSXAttribute'
}

export const noLooseTexts = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      loose: 'A text that people read: it belongs into the area’s catalogue (words.ts).',
      joined: 'A sentence is put together here: make it one text with parts, in the catalogue.',
      computed: 'Name the text: `words[…]` keeps the whole catalogue in the page.',
    },
  },
  create(context) {
    const catalogues = new Set()
    return {
      ImportNamespaceSpecifier({ local, parent }) {
        if (/(?:words|words\/\w+)$/.test(parent.source.value)) catalogues.add(local.name)
      },
      MemberExpression(node) {
        if (node.computed && catalogues.has(node.object.name)) context.report({ node, messageId: 'computed' })
      },
      JSXText(node) {
        if (!DIVIDER.test(node.value)) context.report({ node, messageId: 'loose' })
      },
      Literal(node) {
        const text = textOf(node)
        if (text === null || SAME.test(text) || !LETTER.test(text)) return
        const loose = isText(shownIn(node)) || (SENTENCE.test(text) && !KEY.test(text) && !isCode(node))
        if (loose) context.report({ node, messageId: 'loose' })
      },
      TemplateLiteral(node) {
        const text = textOf(node)
        if (node.parent.type === 'TaggedTemplateExpression' || DIVIDER.test(text) || !LETTER.test(text))
          return
        if (isText(shownIn(node))) context.report({ node, messageId: 'joined' })
        else if (SENTENCE.test(text) && !isCode(node)) context.report({ node, messageId: 'loose' })
      },
    }
  },
}
