/** What this process has seen of pages of a source that are larger than the configured ones. */
export interface LargerPages {
  /** Whether they come whole; null until one has told. */
  areTaken: boolean | null;
  /** The key of the stream that is asked for the first one. */
  asked: string | null;
}
