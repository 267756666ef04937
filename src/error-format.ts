import { unwrapResolverError } from '@apollo/server/errors';
import type { FastifyBaseLogger } from 'fastify';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';

import type { SourceFailure } from './context.js';
import { BadUserInputError, ForbiddenError, SourceError } from './errors.js';

/** An allow-list: messages of our own errors and of GraphQL's are shown, any other error is an internal one. */
export function createErrorFormatter(logger: FastifyBaseLogger) {
  return (formatted: GraphQLFormattedError, thrown: unknown): GraphQLFormattedError => {
    const error = unwrapResolverError(thrown);
    const place = { ...(formatted.locations && { locations: formatted.locations }), ...(formatted.path && { path: formatted.path }) };
    if (error instanceof BadUserInputError) {
      return { message: error.message, ...place, extensions: { code: error.code, argument: error.argument } };
    }
    if (error instanceof SourceError) {
      return { message: error.message, ...place, extensions: { code: error.code, ...(error.sourceId !== null && { source: error.sourceId }) } };
    }
    if (error instanceof ForbiddenError) return { message: error.message, ...place, extensions: { code: error.code } };
    if (error instanceof GraphQLError && isSafe(error)) {
      return { message: error.message, ...place, extensions: { code: formatted.extensions?.['code'] } };
    }
    logger.error({ err: error }, 'internal error');
    return { message: 'Internal server error', ...place, extensions: { code: 'INTERNAL_SERVER_ERROR' } };
  };
}

/** Errors of parsing, validation and coercion are about the request; those around another error are about the server. */
function isSafe(error: GraphQLError): boolean {
  return error.originalError === undefined || error.originalError === null || error.originalError instanceof GraphQLError;
}

/** The entry for a source that failed beside the data of the others. */
export function formatFailure({ path, sourceId, error }: SourceFailure): GraphQLFormattedError {
  return { message: error.message, path, extensions: { code: error.code, source: sourceId } };
}
