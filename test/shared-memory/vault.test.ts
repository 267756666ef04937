import { randomBytes } from 'node:crypto';

import { describe, expect, test } from 'vitest';

import { createVault } from '../../src/shared-memory/vault.js';

const vault = createVault(randomBytes(32));
const other = createVault(randomBytes(32));
const content = Buffer.from('{"jobId":"secret-job"}');

describe('names', () => {
  test('are the same for the same, and tell nothing of it', () => {
    const name = vault.nameOf('page', ['https://graph.example.com', 'client-id', 3]);
    expect(vault.nameOf('page', ['https://graph.example.com', 'client-id', 3])).toBe(name);
    expect(name).toMatch(/^avepoint-jobs-graphql:1:page:[\w-]{43}$/);
  });

  test('differ by kind, by part, by where one part ends, and by key', () => {
    const names = [vault.nameOf('page', ['ab', 'c']), vault.nameOf('page', ['a', 'bc']), vault.nameOf('page', ['abc']), vault.nameOf('rest', ['ab', 'c']), other.nameOf('page', ['ab', 'c'])];
    expect(new Set(names).size).toBe(names.length);
  });
});

describe('what is sealed', () => {
  const sealed = vault.seal('name', content);

  test('opens under its name', () => {
    expect(vault.open('name', sealed)).toEqual(content);
    expect(vault.open('name', vault.seal('name', Buffer.alloc(0)))).toEqual(Buffer.alloc(0));
  });

  test('is another one each time, and has nothing in the clear', () => {
    expect(vault.seal('name', content).equals(sealed)).toBe(false);
    expect(sealed.toString('latin1')).not.toContain('secret-job');
  });

  test('does not open under another name or key, cut short, or with any bit changed', () => {
    expect(vault.open('other', sealed)).toBeNull();
    expect(other.open('name', sealed)).toBeNull();
    for (let length = 0; length < sealed.length; length += 1) expect(vault.open('name', sealed.subarray(0, length))).toBeNull();
    for (let at = 0; at < sealed.length; at += 1) {
      const changed = Buffer.from(sealed);
      changed[at] = (changed[at] as number) ^ 1;
      expect(vault.open('name', changed)).toBeNull();
    }
  });
});
