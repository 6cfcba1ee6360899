import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { cleanHtml, cleanText } from './clean'

/** What each program puts onto the clipboard, around a text of our own. */
const fixture = (name: string) => readFile(`src/components/form/paste/fixtures/${name}`, 'utf8')

const line = '<p>We bake <strong>every night</strong> and sell <em>at dawn</em>, <u>no later</u>'
const list = '<ul><li><p>Rye</p><ul><li><p>with caraway</p></li></ul></li><li><p>Wheat</p></li></ul>'

test.each([
  [
    'google-docs.html',
    `<h2>A shop for bread</h2>${line}. See <a href="https://bread.example/">our page</a>.</p>${list}`,
  ],
  [
    'word.html',
    `<h2>A shop for bread</h2>${line}.</p>${list}<p>Then:</p><ol start="3"><li><p>Third</p></li><li><p>Fourth</p></li></ol>`,
  ],
  [
    'sheets.html',
    '<p><strong>Page</strong> | <strong>Count</strong></p><p>Home | 1</p><p>Shop<br>window</p>',
  ],
  [
    'libreoffice.html',
    `<h2>A shop for bread</h2>${line}, <s>never</s>.</p><ol start="3"><li><p>Third</p></li><li><p>Fourth</p><ul><li><p>inner</p></li></ul></li></ol>`,
  ],
  [
    'pages.html',
    `<p><strong>A shop for bread</strong></p>${line}.</p><ul><li><p>Rye</p></li><li><p>Wheat</p></li></ul>`,
  ],
  [
    'notion.html',
    `<h3>A shop for bread</h3><p>We bake <strong>every night</strong> and sell <em>at dawn</em>, <code>no later</code>.</p>${list}<blockquote><p>Bread is patience.</p></blockquote><pre><code>const loaf = 1\nconst more = 2</code></pre><p>Bad and <a href="https://bread.example/a?b=1&amp;c=2">good</a></p>`,
  ],
  [
    'outlook.html',
    '<p>We bake <strong>every night</strong></p><p>and sell <strong>at dawn</strong>.</p><ul><li><p>Rye</p></li><li><p>Wheat</p></li></ul><p><a href="mailto:hello@bread.example">Write to us</a></p>',
  ],
])('%s keeps what it says and how it was formatted', async (name, expected) => {
  expect(cleanHtml(await fixture(name))).toBe(expected)
})

test('lines of plain text with signs before them are lists', async () => {
  expect(cleanText(await fixture('bullets.txt'))).toBe(
    `<p>A shop for bread</p>${list}<p>Then:</p><ol start="3"><li><p>Third</p></li><li><p>Fourth</p></li></ol><ul><li><p>Last - but not least</p></li></ul>`,
  )
  expect(cleanText('2026 was good.\nA. Smith came - late')).toBe(
    '<p>2026 was good.</p><p>A. Smith came - late</p>',
  )
  expect(cleanText('one <b>line</b>')).toBe('one &lt;b&gt;line&lt;/b&gt;')
})

test('a part of a line stays a part of a line', () => {
  expect(cleanHtml('<meta charset="utf-8"><span style="font-weight: 700">two words</span>')).toBe(
    '<strong>two words</strong>',
  )
})

test.each([
  ['<p onclick="x()" style="position:fixed" class="y" id="z" data-a="b">a<script>x()</script></p>', 'a'],
  [
    '<img src=x onerror=x()><iframe srcdoc="<p>x"></iframe><svg><a href="https://e.example">y</a></svg>a',
    'a',
  ],
  ['<a href=" javascript:x()">a</a> <a href="/settings">b</a> <a href="//e.example">c</a>', 'a b c'],
  ['<p>a<span style="display:none">hidden</span><span hidden>too</span></p>', 'a'],
  ['<form><input value="x"><button>go</button><textarea>t</textarea>a</form>', 'a'],
  [
    '<b>a<span style="font-weight:normal">b</span></b><u style="text-decoration:none">c</u>',
    '<strong>a</strong>bc',
  ],
  ['<p>a</p><p>&nbsp;</p><div><br></div><p>b</p>', '<p>a</p><p>b</p>'],
  ['<div>a<div>b</div>c</div>', '<p>a</p><p>b</p><p>c</p>'],
  ['', ''],
])('nothing else survives of %s', (html, expected) => {
  expect(cleanHtml(html)).toBe(expected)
})

test('deep nesting does not end the page', () => {
  const deep = `${'<ul><li>'.repeat(400)}a`
  expect(cleanHtml(deep)).toContain('a')
})
