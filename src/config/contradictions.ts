type Environment = Readonly<Record<string, string | undefined>>;

const CERTIFICATE = ['AVEPOINT_CLIENT_CERTIFICATE_FILE', 'AVEPOINT_CLIENT_KEY_FILE'] as const;
const SECRET = 'AVEPOINT_CLIENT_SECRET';
const PASSPHRASE = 'AVEPOINT_CLIENT_KEY_PASSPHRASE_FILE';

/** Faults that lie between settings of the one tenant. */
export function contradictions(given: Environment): string[] {
  const has = (name: string): boolean => given[name] !== undefined;
  const faults: string[] = [];
  const hasCertificate = [...CERTIFICATE, PASSPHRASE].some(has);
  const hasProof = has(SECRET) || hasCertificate;
  if (hasCertificate) {
    faults.push(...CERTIFICATE.filter((name) => !has(name)).map((name) => `${name} is missing: a certificate is one file, its key another.`));
    if (has(SECRET)) faults.push(`${SECRET} is set beside ${[...CERTIFICATE, PASSPHRASE].filter(has).join(' and ')}: give a secret or a certificate, not both.`);
  }
  if (has('AVEPOINT_CLIENT_ID') && !hasProof) faults.push(`${SECRET} is missing, or ${CERTIFICATE.join(' and ')}: credentials are a client id and a secret or a certificate.`);
  if (hasProof && !has('AVEPOINT_CLIENT_ID')) faults.push('AVEPOINT_CLIENT_ID is missing: credentials are a client id and a secret or a certificate.');
  const hasCredentials = has('AVEPOINT_CLIENT_ID') || hasProof;
  if (hasCredentials && has('AVEPOINT_SIMULATOR')) faults.push('AVEPOINT_SIMULATOR is set beside credentials: remove one or the other.');
  if (!hasCredentials) {
    const real = ['AVEPOINT_GRAPH_URL', 'AVEPOINT_IDENTITY_URL'].filter(has);
    faults.push(...real.map((name) => `${name} is set, but AVEPOINT_CLIENT_ID and ${SECRET}, or a certificate, are not.`));
    if (given['NODE_ENV'] === 'production' && !has('AVEPOINT_SIMULATOR')) {
      faults.push(`AVEPOINT_CLIENT_ID and ${SECRET}, or a certificate, are missing in production. To serve simulated data on purpose, set AVEPOINT_SIMULATOR to 1.`);
    }
  }
  if (has('AVEPOINT_REGION') && has('AVEPOINT_ENVIRONMENT') && given['AVEPOINT_ENVIRONMENT'] !== 'commercial') {
    faults.push('AVEPOINT_REGION goes with the commercial environment only: the others have one host each.');
  }
  return faults;
}
