import { RuleTester } from 'eslint'
import tseslint from 'typescript-eslint'
import { afterAll, describe, it } from 'vitest'
import { noLooseTexts } from './no-loose-texts.js'

RuleTester.describe = describe
RuleTester.it = it
RuleTester.afterAll = afterAll

const tester = new RuleTester({
  languageOptions: { parser: tseslint.parser, parserOptions: { ecmaFeatures: { jsx: true } } },
})

const words = "import * as words from './words';"
const refused = (messageId, code) => ({ code: words + code, errors: [{ messageId }] })

tester.run('no-loose-texts', noLooseTexts, {
  valid: [
    'const x = <p className="Not a text">{words.bids}</p>',
    'const x = <p>{words.hire(<bdi>{name}</bdi>, sum)}</p>',
    'const x = <p>{name} · {sum}</p>',
    'const x = <img alt="" loading="lazy" src={`/pictures/${id}`} />',
    "if (event.key === 'Enter') moveDay('PageUp')",
    "type Side = 'Client' | 'Freelancer'",
    "throw new Error('The build has no entry.')",
    'notify.success(words.saved(name))',
  ].map((code) => words + code),
  invalid: [
    refused('loose', 'const x = <p>Bids</p>'),
    refused('loose', 'const x = <p>{words.bids}: {name}</p>'),
    refused('loose', "const x = <p>{open ? 'open' : words.closed}</p>"),
    refused('loose', "const x = <p>{'for ' + name}</p>"),
    refused('loose', 'const x = <nav aria-label="main" />'),
    refused('loose', "const rules = { required: 'Write a title.' }"),
    refused('loose', 'const text = `You get ${sum} after the fee.`'),
    refused('loose', "notify.failure('not saved')"),
    refused('joined', 'notify.success(`${name} is saved.`)'),
    refused('joined', 'const x = <p>{`${count} of ${all}`}</p>'),
    refused('joined', 'const x = <Page title={`the ${noun}`} />'),
    refused('computed', 'const x = words[key]'),
  ],
})
