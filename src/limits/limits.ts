/** How much one caller may ask for, and how much the server does at once. */
export interface Limits {
  readonly tokens: number;
  readonly bodyBytes: number;
  readonly depth: number;
  readonly aliases: number;
  readonly selections: number;
  /** Of one operation. */
  readonly cost: number;
  /** Of one operation, in all its lists together. */
  readonly rows: number;
  readonly costPerMinute: number;
  /** Running at the same time. */
  readonly operations: number;
  /** To send a whole request. */
  readonly requestMs: number;
  /** To go on with an answer of which the client takes nothing. */
  readonly sendMs: number;
}
