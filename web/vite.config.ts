import { brotliPlugin } from './build/brotli-plugin.ts'
import { paintPlugin } from './build/paint-plugin.ts'
import { preloadPlugin } from './build/preload-plugin.ts'
import { fileURLToPath } from 'node:url'
import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  plugins: [react(), tailwindcss(), preloadPlugin(), paintPlugin(), brotliPlugin()],
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  build: {
    manifest: true,
    // The content security policy allows no data: fonts.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: 'baseline-widely-available',
    rolldownOptions: {
      // A text stands where it is used: a page loads those that it shows, and no catalogue as a whole.
      optimization: { inlineConst: { mode: 'all' } },
      treeshake: { moduleSideEffects: [{ test: /words(\/\w+)?\.ts$/, sideEffects: false }] },
      output: {
        // The names of chunks stand in each other: a character less in each is worth it, and 42 bits tell releases apart.
        entryFileNames: 'assets/[name]-[hash:7].js',
        chunkFileNames: 'assets/[name]-[hash:7].js',
        // What every page needs of others' code: one file compresses better than four, and outlives our releases.
        codeSplitting: {
          groups: [
            {
              name: 'base',
              test: /src\/(lib\/class-names|components\/ui\/icon)\.tsx?$|node_modules\/((react|react-dom|scheduler|react-router|react-redux|redux|immer|reselect|use-sync-external-store)\/|@reduxjs\/toolkit\/dist\/redux-toolkit\.)/,
            },
            // They come together: each file of its own would be one more request, and compress worse.
            {
              name: 'fields',
              test: /src\/components\/form\/(field|text-field|use-attempts|error-summary)\.tsx?$/,
            },
            { name: 'page', test: /src\/components\/(layout\/(page|use-arrival)|ui\/card)\.tsx?$/ },
            {
              name: 'controls',
              test: /src\/(components\/(form\/(text-area|checkbox|use-idempotency-key)|ui\/notice)|lib\/use-now)\.tsx?$/,
            },
            // The frame of somebody who is signed in.
            {
              name: 'own',
              test: /src\/(components\/layout\/count-badge|lib\/unread)\.tsx?$/,
            },
            // What sentences are built with: a few lines that most pages need, in one file.
            {
              name: 'sentences',
              test: /src\/(lib\/(rich|isolated|locale|units)|words\/counts|components\/ui\/(words|spoken))\.tsx?$/,
            },
          ],
        },
      },
    },
  },
  server: {
    proxy: {
      '/v1': 'http://localhost:8080',
      '/pictures': 'http://localhost:8080',
      '/ws': { target: 'ws://localhost:8080', ws: true },
    },
  },
  test: {
    environment: 'jsdom',
    setupFiles: ['src/testing/setup.ts'],
    include: ['src/**/*.test.{ts,tsx}', 'build/*.test.js'],
    css: false,
    testTimeout: 15_000,
  },
})
