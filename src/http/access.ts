import type { CallerSettings } from '../auth/authenticate.js';
import type { Introspection } from '../limits/introspection.js';

/** Who may ask, and from where. */
export interface Access extends CallerSettings {
  /** Only requests to a loopback name are taken, so that no web page can pose as this machine's own. */
  readonly isLoopbackOnly: boolean;
  readonly introspection: Introspection;
  readonly hasPage: boolean;
  /** Whether answers and files are compressed here, and not by what stands before this server. */
  readonly isCompressing: boolean;
  readonly corsOrigins: readonly string[];
}
