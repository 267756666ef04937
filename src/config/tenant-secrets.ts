import { dirname, resolve } from 'node:path';

import { readClientCertificate } from '../client-certificate.js';
import { readRegularFile } from '../regular-file.js';
import type { Credentials } from './credentials.js';
import type { CredentialFields } from './tenants-schema.js';

export interface Surroundings {
  /** The file of tenants; paths in it are relative to it. */
  readonly file: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

type Proof = { readonly clientSecret: string } | Pick<Extract<Credentials, { readonly certificate: unknown }>, 'certificate'>;

const SECRET_FILE = 'credentials.clientSecretFile';
const WAYS = ['clientSecretFile', 'clientSecretEnv', 'certificateFile'] as const;

/** What proves who the client is; null where something is wrong with it. */
export function readProof(fields: CredentialFields, { file, environment }: Surroundings, faults: string[]): Proof | null {
  const { clientSecretFile, clientSecretEnv, certificateFile, keyFile, keyPassphraseFile } = fields;
  const before = faults.length;
  const ways = WAYS.filter((way) => fields[way] !== undefined);
  if (ways.length === 0) faults.push('credentials needs clientSecretFile, clientSecretEnv, or certificateFile and keyFile.');
  if (ways.length > 1) faults.push(`credentials has ${ways.join(' and ')}: one of them is enough.`);
  if (certificateFile === undefined) faults.push(...(['keyFile', 'keyPassphraseFile'] as const).filter((name) => fields[name] !== undefined).map((name) => `credentials.${name} goes with certificateFile.`));
  else if (keyFile === undefined) faults.push('credentials.keyFile is missing: a certificate is one file, its key another.');

  const beside = (path: string): string => resolve(dirname(file), path);
  const secret = clientSecretFile === undefined ? null : readSecret(beside(clientSecretFile), faults);
  const variable = clientSecretEnv === undefined ? null : (environment[clientSecretEnv] ?? null);
  if (clientSecretEnv !== undefined && variable === null) faults.push('credentials.clientSecretEnv names a variable that is not set.');
  const certificate =
    certificateFile === undefined || keyFile === undefined
      ? null
      : readClientCertificate(
          {
            certificate: { name: 'credentials.certificateFile', path: beside(certificateFile) },
            key: { name: 'credentials.keyFile', path: beside(keyFile) },
            passphrase: { name: 'credentials.keyPassphraseFile', path: keyPassphraseFile === undefined ? undefined : beside(keyPassphraseFile) },
          },
          Date.now(),
          faults,
        );
  if (faults.length > before) return null;
  if (certificate !== null) return { certificate };
  const clientSecret = secret ?? variable;
  return clientSecret === null ? null : { clientSecret };
}

function readSecret(path: string, faults: string[]): string | null {
  const read = readRegularFile(path);
  const secret = 'text' in read ? read.text.replace(/\r?\n$/, '') : '';
  if (secret !== '') return secret;
  faults.push(`${SECRET_FILE} ${'fault' in read ? read.fault : 'names a file that holds nothing'}.`);
  return null;
}
