import { type ClientCertificate, readClientCertificate } from '../client-certificate.js';

export type Credentials = {
  readonly identityUrl: URL;
  readonly clientId: string;
} & ({ readonly clientSecret: string } | { readonly certificate: ClientCertificate });

const CERTIFICATE = 'AVEPOINT_CLIENT_CERTIFICATE_FILE';
const KEY = 'AVEPOINT_CLIENT_KEY_FILE';
const PASSPHRASE = 'AVEPOINT_CLIENT_KEY_PASSPHRASE_FILE';

interface CredentialSettings {
  readonly AVEPOINT_CLIENT_ID?: string | undefined;
  readonly AVEPOINT_CLIENT_SECRET?: string | undefined;
}

/** What the files hold, where all that are needed are named; what is wrong with them is added to the faults. */
export function certificateOf(given: Readonly<Record<string, string | undefined>>, faults: string[]): ClientCertificate | null {
  const certificate = given[CERTIFICATE];
  const key = given[KEY];
  if (certificate === undefined || key === undefined) return null;
  const files = { certificate: { name: CERTIFICATE, path: certificate }, key: { name: KEY, path: key }, passphrase: { name: PASSPHRASE, path: given[PASSPHRASE] } };
  return readClientCertificate(files, Date.now(), faults);
}

export function credentialsOf({ AVEPOINT_CLIENT_ID: clientId, AVEPOINT_CLIENT_SECRET: clientSecret }: CredentialSettings, certificate: ClientCertificate | null, identityUrl: URL): Credentials | null {
  if (clientId === undefined) return null;
  if (certificate !== null) return { clientId, certificate, identityUrl };
  return clientSecret === undefined ? null : { clientId, clientSecret, identityUrl };
}
