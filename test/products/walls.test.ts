import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { products } from '../../src/products/index.js';

/** Outside of a product's own folder its names are said in the registry alone, or adding one would touch more than that line. */

const REGISTRY = 'src/products/index.ts';

const files = ['src', 'examples/dashboard', 'playground']
  .flatMap((room) => readdirSync(room, { recursive: true, encoding: 'utf8' }).map((name) => join(room, name)))
  .filter((path) => /\.(tsx?|graphql|css|html)$/.test(path) && !path.includes('generated/'));

test.each(Object.values(products))('$name is named in its folder and in the registry alone', ({ name, product, queryField }) => {
  const typename = queryField.charAt(0).toUpperCase() + queryField.slice(1, -1);
  const said = new RegExp(`['"/]${name}['"/]|\\b(?:${product}|${queryField}|${typename})\\b`);
  const namers = files.filter((path) => !path.startsWith(`src/products/${name}/`) && said.test(readFileSync(path, 'utf8')));
  expect(namers).toEqual([REGISTRY]);
});
