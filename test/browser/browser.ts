import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';

export interface TestBrowser {
  browser: Browser;
  close(): Promise<void>;
}

/** Real Chromium on a machine without one: `CHROMIUM_PATH`, then the system's, then the one that npm brings. */
export async function launchBrowser(): Promise<TestBrowser> {
  const directory = await mkdtemp(join(tmpdir(), 'chromium-'));
  const installed = process.env['CHROMIUM_PATH'] ?? ['/usr/bin/chromium'].find((path) => existsSync(path));
  const executablePath = installed ?? (await unpackChromium(directory));
  const browser = await chromium.launch({
    executablePath,
    // Not the package's own `args`: they switch web security off.
    args: ['--no-sandbox'],
    env: {
      ...process.env,
      TMPDIR: directory,
      ...(installed === undefined && {
        LD_LIBRARY_PATH: join(directory, 'al2023', 'lib'),
        FONTCONFIG_FILE: await writeFontConfig(directory),
      }),
    },
  });
  return {
    browser,
    close: async () => {
      await browser.close();
      await rm(directory, { recursive: true, force: true });
    },
  };
}

/** The package unpacks into TMPDIR, and brings the libraries along only if it believes to be on AWS. */
async function unpackChromium(directory: string): Promise<string> {
  const before = { ...process.env };
  process.env['TMPDIR'] = directory;
  process.env['AWS_EXECUTION_ENV'] = 'AWS_Lambda_nodejs22.x';
  try {
    const { default: bundled } = await import('@sparticuz/chromium');
    return await bundled.executablePath();
  } finally {
    for (const name of ['TMPDIR', 'AWS_EXECUTION_ENV', 'LD_LIBRARY_PATH', 'FONTCONFIG_PATH', 'HOME']) {
      if (before[name] === undefined) delete process.env[name];
      else process.env[name] = before[name];
    }
  }
}

/** The package's own font configuration looks in places that are there on AWS only; without a single font Chromium ends. */
async function writeFontConfig(directory: string): Promise<string> {
  const file = join(directory, 'fonts.conf');
  await writeFile(file, `<?xml version="1.0"?><fontconfig><dir>${directory}/fonts</dir><cachedir>${directory}/font-cache</cachedir></fontconfig>`);
  return file;
}
