import { composeServices } from '@apollo/composition';
import { parse } from 'graphql';

import { ask } from './ask.js';

export interface Subgraph {
  readonly name: string;
  /** Where the gateway will ask it. */
  readonly url: string;
  readonly sdl: string;
}

/** One schema of all subgraphs. Throws with everything that does not fit. */
export function compose(subgraphs: readonly Subgraph[]): string {
  const { errors, supergraphSdl } = composeServices(subgraphs.map(({ name, url, sdl }) => ({ name, url, typeDefs: parse(sdl) })));
  if (errors !== undefined) throw new Error(errors.map(({ message }) => message).join('\n'));
  return supergraphSdl;
}

/** What a running subgraph says of itself; this server's is what `npm run schema:print` prints. */
export async function readSubgraph(name: string, url: string): Promise<Subgraph> {
  const { _service } = await ask<{ readonly _service: { readonly sdl: string } }>(url, '{ _service { sdl } }');
  return { name, url, sdl: _service.sdl };
}
