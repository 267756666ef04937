/** The field that lists every product. */
export const EVERY_PRODUCT = 'jobs';
