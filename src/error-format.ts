import { ApolloServerErrorCode, unwrapResolverError } from '@apollo/server/errors';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';

import type { FieldFailure, RequestLog } from './context.js';
import { BadUserInputError, ForbiddenError, SourceError, TooManyGroupsError } from './errors.js';

/** An allow-list: messages of our own errors and of GraphQL's are shown, any other error is an internal one. */
export function createErrorFormatter(logOf: (error: unknown) => RequestLog) {
  return (formatted: GraphQLFormattedError, thrown: unknown): GraphQLFormattedError => {
    const error = unwrapResolverError(thrown);
    const place = { ...(formatted.locations && { locations: formatted.locations }), ...(formatted.path && { path: formatted.path }) };
    if (error instanceof BadUserInputError) {
      return { message: error.message, ...place, extensions: { code: error.code, argument: error.argument } };
    }
    if (error instanceof SourceError) {
      return { message: error.message, ...place, extensions: { code: error.code, ...(error.sourceId !== null && { source: error.sourceId }) } };
    }
    if (error instanceof ForbiddenError || error instanceof TooManyGroupsError) return { message: error.message, ...place, extensions: { code: error.code } };
    if (error instanceof GraphQLError && isSafe(error)) {
      const code = formatted.extensions?.['code'];
      // Apollo's own words about a request that is no operation are long, and quote nothing.
      return { message: code === ApolloServerErrorCode.BAD_REQUEST ? error.message : shorten(error.message), ...place, extensions: { code } };
    }
    logOf(thrown).error({ err: error }, 'internal error');
    return { message: 'Internal server error', ...place, extensions: { code: 'INTERNAL_SERVER_ERROR' } };
  };
}

/** Errors of parsing, validation and coercion are about the request; those around another error are about the server. */
function isSafe(error: GraphQLError): boolean {
  return error.originalError === undefined || error.originalError === null || error.originalError instanceof GraphQLError;
}

const MOST_CHARACTERS = 200;
const LAST_CHARACTERS = 100;
/** Names of the schema, and the one part that no client wrote: no other message of GraphQL's ends in a question mark. */
const HINT = / Did you mean [^?]{1,400}\?$/;

/** GraphQL quotes values and names whole, however long. The beginning says where the fault is, the end what is right. */
function shorten(message: string): string {
  const hint = HINT.exec(message)?.[0] ?? '';
  const text = message.slice(0, message.length - hint.length);
  if (text.length <= MOST_CHARACTERS) return message;
  return `${cut(text, 0, MOST_CHARACTERS - LAST_CHARACTERS)} … ${cut(text, text.length - LAST_CHARACTERS, text.length)}${hint}`;
}

/** Half a character is none. */
function cut(text: string, from: number, to: number): string {
  return text.slice(from, to).replace(/^[\uDC00-\uDFFF]|[\uD800-\uDBFF]$/g, '');
}

/** The entry for what failed beside data: a source among others, or a field that had none to ask. */
export function formatFailure({ path, sourceId, error }: FieldFailure): GraphQLFormattedError {
  return { message: error.message, path, extensions: { code: error.code, ...(sourceId !== null && { source: sourceId }) } };
}
