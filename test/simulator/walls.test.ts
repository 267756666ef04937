import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { productNames } from '../../simulator/index.js';

/** Outside of a product's own folder its name is said in the registry alone, or adding one would touch more than that line. */

const REGISTRY = 'simulator/products/index.ts';

const files = ['simulator', 'soak'].flatMap((room) => readdirSync(room, { recursive: true, encoding: 'utf8' }).map((name) => join(room, name))).filter((path) => path.endsWith('.ts'));

const namers = (name: string): string[] => {
  const said = new RegExp(`['"/]${name}['"/]|^\\s*${name}[:,]`, 'm');
  return files.filter((path) => !path.startsWith(`simulator/products/${name}/`) && said.test(readFileSync(path, 'utf8')));
};

test.each(productNames)('%s is named in its folder and in the registry alone', (name) => {
  expect(namers(name)).toEqual([REGISTRY]);
});
