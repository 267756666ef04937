import { execFile, spawn } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

import { DockerfileParser, type Copy } from 'dockerfile-ast';
import { beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';

import { FINISH_MS } from '../../src/deadlines.js';
import { packageRoot } from '../../src/package-root.js';
import { ask } from '../support/ask.js';
import { build } from '../support/built-server.js';

interface Compose {
  readonly services: { readonly jobs: { readonly environment: Record<string, string>; readonly ports: string[]; readonly read_only: boolean; readonly stop_grace_period: string } };
}

const read = (name: string): string => readFileSync(join(packageRoot, name), 'utf8');
const dockerfile = DockerfileParser.parse(read('Dockerfile'));
const { jobs } = (parse(read('compose.yaml')) as Compose).services;
const instructions = dockerfile.getInstructions();
const lastStage = instructions.slice(instructions.findLastIndex((instruction) => instruction.getKeyword() === 'FROM'));

/** The arguments of each instruction of that name. */
const argumentsOf = (keyword: string, among = lastStage): string[] => among.filter((instruction) => instruction.getKeyword() === keyword).map((instruction) => instruction.getArgumentsContent() ?? '');
const listIn = (text = ''): string[] => JSON.parse(text.slice(text.indexOf('['))) as string[];
const copies = lastStage.filter((instruction): instruction is Copy => instruction.getKeyword() === 'COPY');
const settings = Object.fromEntries(argumentsOf('ENV').flatMap((text) => [...text.matchAll(/(\w+)=(?:"([^"]*)"|(\S+))/g)].map(([, name = '', quoted, plain = '']) => [name, quoted ?? plain] as const)));

describe('the Dockerfile, by the rules of hadolint', () => {
  test('names a version of each image (DL3006, DL3007), and stages by their names (DL3022, DL3023)', () => {
    expect(dockerfile.getFROMs().map((from) => from.getImage())).toEqual(['node:24-trixie-slim', 'gcr.io/distroless/nodejs24-debian13:nonroot']);
    expect(copies.flatMap((copy) => copy.getFlags().map((flag) => [flag.getName(), flag.getValue()]))).toEqual(copies.map(() => ['from', 'build']));
    expect(dockerfile.getFROMs()[0]?.getBuildStage()).toBe('build');
  });

  test('takes the known instructions in the forms that are safe (DL3000, DL3020, DL3025, DL4000)', () => {
    expect(instructions.filter((instruction) => ['ADD', 'MAINTAINER', 'SHELL', 'ONBUILD'].includes(instruction.getKeyword()))).toEqual([]);
    expect(argumentsOf('WORKDIR', instructions).filter((path) => !path.startsWith('/'))).toEqual([]);
    expect(listIn(argumentsOf('ENTRYPOINT')[0])).toHaveLength(2);
  });

  test('ends as a user by number who is not root (DL3002), with one health check (DL3012, DL3057) and nothing to build with', () => {
    expect(argumentsOf('USER')).toEqual([expect.stringMatching(/^[1-9]\d*:[1-9]\d*$/)]);
    expect(argumentsOf('HEALTHCHECK')).toHaveLength(1);
    expect(argumentsOf('RUN')).toEqual([]);
  });
});

test('a build reads nothing that may be secret, and none of what it writes itself', () => {
  const ignored = read('.dockerignore').split('\n');
  expect(ignored).toEqual(expect.arrayContaining(['.*', '**/*.key', '**/*.pem', 'dist', 'node_modules']));
});

test('compose gives the server the time that it takes to stop, and this machine alone the port', () => {
  expect(Number.parseFloat(jobs.stop_grace_period) * 1000).toBeGreaterThan(FINISH_MS + 500);
  expect(jobs.ports).toEqual([expect.stringMatching(/^127\.0\.0\.1:/)]);
  expect(jobs.read_only).toBe(true);
});

describe('what the last stage copies', () => {
  let image: string;
  beforeAll(() => {
    build();
    image = mkdtempSync(join(tmpdir(), 'image-'));
    for (const copy of copies) {
      const paths = copy.getArguments().map((argument) => argument.getValue());
      const target = paths.pop() ?? '';
      for (const path of paths) cpSync(path.replace('/build', packageRoot), join(image, target, target.endsWith('/') ? (path.split('/').pop() ?? '') : ''), { recursive: true });
    }
  });

  test('has the notices of the packages that are in it', () => {
    for (const folder of ['server', 'playground', 'dashboard']) expect(existsSync(join(image, 'dist', folder, 'THIRD-PARTY-NOTICES.txt'))).toBe(true);
    expect(readFileSync(join(image, 'dist/server/THIRD-PARTY-NOTICES.txt'), 'utf8')).toMatch(/^fastify [\d.]+ \(MIT\)$/m);
  });

  test('starts with the settings of compose, is healthy, answers and stops', async () => {
    const [, ...script] = listIn(argumentsOf('ENTRYPOINT')[0]);
    const child = spawn(process.execPath, script, { cwd: image, env: { ...settings, ...jobs.environment, PORT: '0' }, stdio: ['ignore', 'pipe', 'inherit'] });
    const ended = new Promise((resolve) => child.once('exit', (...how) => resolve(how)));
    const url = await new Promise<string>((resolve, reject) => {
      void ended.then((how) => reject(new Error(`ended: ${String(how)}`)));
      createInterface(child.stdout).on('line', (line) => {
        const { msg, address } = JSON.parse(line) as { msg: string; address?: string };
        if (msg === 'ready' && address !== undefined) resolve(address);
      });
    });
    expect(await checkHealth(new URL(url).port)).toBe(0);
    expect((await ask<{ jobs: { nodes: unknown[] } }>({ url: `http://127.0.0.1:${new URL(url).port}` }, '{ jobs(first: 3) { nodes { jobId } } }')).data?.jobs.nodes).toHaveLength(3);
    expect(await fetch(`http://127.0.0.1:${new URL(url).port}/dashboard/`).then(({ status }) => status)).toBe(200);
    child.kill('SIGTERM');
    expect(await ended).toEqual([0, null]);
    expect(await checkHealth(new URL(url).port)).toBe(1);
  });
});

/** The exit code of the image's own health check. */
function checkHealth(port: string): Promise<unknown> {
  const [, ...command] = listIn(argumentsOf('HEALTHCHECK')[0]);
  return new Promise((resolve) => {
    execFile(process.execPath, command, { env: { ...settings, PORT: port } }, (error) => resolve(error === null ? 0 : error.code));
  });
}
