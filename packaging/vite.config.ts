import { createRequire } from 'node:module';
import { dirname } from 'node:path';

import { defineConfig } from 'vite';

import { thirdPartyNotices } from './notices.js';

/**
 * The server and its packages in a few files, for `npm start`: to find, read and link some 1,500 takes most of the time of a start. It stays
 * where it was built, or goes into a container image with its notices; the tarball has the server alone, and its packages come from npm.
 */
export default defineConfig({
  root: dirname(import.meta.dirname),
  publicDir: false,
  resolve: {
    alias: [
      // As Node does: Vite prefers ES modules, and there would be two of `graphql`, neither of which knows the other's errors.
      { find: /^graphql$/, replacement: createRequire(import.meta.url).resolve('graphql') },
      // It asks `module.require` for Node's own, which a bundle has not, and would hash every query in JavaScript.
      { find: /^@apollo\/utils\.createhash$/, replacement: 'node:crypto' },
    ],
    extensions: ['.js', '.json'],
  },
  plugins: [thirdPartyNotices().page],
  ssr: { noExternal: true },
  build: {
    ssr: 'src/main.ts',
    outDir: 'dist/server',
    emptyOutDir: false,
    target: 'node20',
    minify: false,
    sourcemap: true,
    rolldownOptions: { output: { entryFileNames: 'main.js', chunkFileNames: '[name].js', sourcemapExcludeSources: true } },
  },
});
