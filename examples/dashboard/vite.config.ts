import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

import { compressedFiles } from '../../packaging/compressed.ts';
import { thirdPartyNotices } from '../../packaging/notices.ts';

export default defineConfig({
  root: import.meta.dirname,
  // Relative, so that the built page works under any path of a reverse proxy.
  base: './',
  plugins: [react(), thirdPartyNotices().page, compressedFiles()],
  build: {
    outDir: '../../dist/dashboard',
    emptyOutDir: true,
    // A strict content policy takes files of this origin, and fonts are no data: URLs then.
    assetsInlineLimit: 0,
  },
});
