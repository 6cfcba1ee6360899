import jsxA11y from 'eslint-plugin-jsx-a11y'
import reactHooks from 'eslint-plugin-react-hooks'
import globals from 'globals'
import { readdirSync } from 'node:fs'
import { noLooseTexts } from './build/no-loose-texts.js'
import tseslint from 'typescript-eslint'

const features = readdirSync('src/features')

// A feature knows the shared folders, never another feature and never the application around it.
const borders = features.map((feature) => ({
  files: [`src/features/${feature}/**/*.{ts,tsx}`],
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: [
          {
            group: ['@/app/*', ...features.filter((f) => f !== feature).map((f) => `@/features/${f}/*`)],
            message: 'A feature imports neither another feature nor the application.',
          },
          { group: ['zod'], message: 'Use zod/mini: zod is twenty times as large.' },
        ],
      },
    ],
  },
}))

export default tseslint.config(
  { ignores: ['dist', 'node_modules', 'src/api/generated'] },
  ...tseslint.configs.strict,
  jsxA11y.flatConfigs.strict,
  reactHooks.configs.flat.recommended,
  {
    languageOptions: { globals: { ...globals.browser } },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      // Void is the answer of mutations without a body.
      '@typescript-eslint/no-invalid-void-type': 'off',
    },
  },
  {
    files: ['src/{components,lib,config,api,live}/**/*.{ts,tsx}'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            { group: ['@/app/*', '@/features/*'], message: 'Shared code knows no feature.' },
            { group: ['zod'], message: 'Use zod/mini: zod is twenty times as large.' },
          ],
        },
      ],
    },
  },
  ...borders,
  {
    files: ['src/**/*.{ts,tsx}'],
    ignores: [
      '**/{words,*-words}.ts',
      'src/words/**',
      '**/*.test.{ts,tsx}',
      'src/testing/**',
      // Names of headers and of what is cached; of browsers.
      'src/api/!(problem).ts',
      'src/features/security/browser-name.ts',
    ],
    plugins: { words: { rules: { 'no-loose-texts': noLooseTexts } } },
    rules: { 'words/no-loose-texts': 'error' },
  },
  {
    files: ['scripts/**', '*.config.*', 'public/**'],
    languageOptions: { globals: { ...globals.node, ...globals.browser } },
  },
)
