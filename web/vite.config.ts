import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import * as generated from './src/generated/graphql.ts';

/**
 * Browsers that know this hint compile all of a script beside what the page does, where they would else stop for each
 * function as it is first called: the first page calls most of what these libraries are.
 */
const compileAtOnce = '//# allFunctionsCalledOnLoad';
const calledAtOnce: ReadonlySet<string> = new Set(['react', 'apollo']);

const documents: Readonly<Record<string, unknown>> = generated;

/**
 * Puts each document where it is written. Left to themselves, all of them are one module, which the first page would load
 * for every other.
 */
const inlineDocuments: Plugin = {
  name: 'inline-documents',
  enforce: 'pre',
  transform: {
    filter: { id: { include: /\/web\/src\/.*\.tsx?$/u, exclude: /\/generated\// }, code: 'graphql(`' },
    handler: (code) => {
      const inlined = code.replaceAll(/\bgraphql\(`\s*(\w+)\s+(\w+)[^`]*`\)/gu, (_call, kind: string, name: string) => {
        const document = documents[`${name}${kind === 'fragment' ? 'FragmentDoc' : 'Document'}`];
        if (!document) throw new Error(`The document ${name} is not generated: run npm run codegen.`);
        return `(${JSON.stringify(document)})`;
      });
      return { code: inlined, map: null };
    },
  },
};

/** Leaves the texts of the documents beside the scripts that ask for them by hash: the server looks them up there. */
const keepDocuments: Plugin = {
  name: 'keep-documents',
  generateBundle() {
    const fileName = 'persisted-documents.json';
    this.emitFile({
      type: 'asset',
      fileName,
      source: readFileSync(join(import.meta.dirname, 'src/generated', fileName)),
    });
  },
};

export default defineConfig({
  root: import.meta.dirname,
  plugins: [inlineDocuments, keepDocuments, react()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    // A strict Content-Security-Policy has no data: addresses for scripts and styles.
    assetsInlineLimit: 0,
    rolldownOptions: {
      output: {
        postBanner: ({ name }) => (calledAtOnce.has(name) ? compileAtOnce : ''),
        // Libraries change less often than the client: they stay in the browser's cache across releases.
        codeSplitting: {
          groups: [
            { name: 'react', test: /node_modules[\\/](react|react-dom|react-router|scheduler)[\\/]/ },
            { name: 'apollo', test: /node_modules[\\/](@apollo|@wry|graphql|optimism|rxjs)[\\/]/ },
            // What the first page needs is asked for in one go, and compressed as one.
            { name: 'first-page', tags: ['$initial'] },
          ],
        },
      },
    },
  },
  server: { proxy: { '/graphql': 'http://localhost:4000', '/auth': 'http://localhost:4000' } },
});
