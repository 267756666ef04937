import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/**
 * V8 allocates what a literal makes among what lives long once nine in ten of its objects have outlived a collection. The rows of the first
 * pages do, as the heap is small then; from then on the garbage of every request lay there, in six of fourteen processes. It held what was young,
 * and took more than twice as many full collections. Nothing that requests make lives long.
 */
export function allocateYoung(): void {
  setFlagsFromString('--no-allocation-site-pretenuring');
}

/** Else one of the first requests would wait for it, and run code for the first time besides. */
export function collectStart(): void {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  setFlagsFromString('--no-expose-gc');
  collect();
}
