import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

import { compressedFiles } from '../packaging/compressed.ts';
import { thirdPartyNotices } from '../packaging/notices.ts';

const notices = thirdPartyNotices();

export default defineConfig({
  root: import.meta.dirname,
  // Relative, so that the built page works under any path of a reverse proxy.
  base: './',
  plugins: [react(), notices.page, compressedFiles()],
  worker: { format: 'es', plugins: () => [notices.worker] },
  build: {
    outDir: '../dist/playground',
    emptyOutDir: true,
    // The editor is one lazily loaded chunk of several megabytes, and that is known.
    chunkSizeWarningLimit: 5_000,
    // React's `use no memo` means nothing after its compiler has run, as it has for these packages.
    rolldownOptions: {
      checks: { moduleLevelDirective: false },
      // GraphiQL makes the accessible names of its icons out of function names.
      output: { keepNames: true },
    },
  },
});
