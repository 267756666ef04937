import { createRequire } from 'node:module';

import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: 'test/say-what-was-not-tested.ts',
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // A machine with other work to do takes longer than the second that is the default; an operation may take 25 s.
    expect: { poll: { timeout: 30_000 } },
    // Most tests wait for servers, not for a processor; vitest would leave one of two idle.
    maxWorkers: 3,
    // No test replaces a module; loading all of them anew for each file would take a quarter of the time.
    isolate: false,
  },
  resolve: {
    // Vite would take the package's ES modules while Apollo takes its CommonJS, and errors of one are unknown to the other.
    alias: [{ find: /^graphql$/, replacement: createRequire(import.meta.url).resolve('graphql') }],
  },
});
