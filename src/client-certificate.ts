import { createPrivateKey, X509Certificate, type KeyObject } from 'node:crypto';

import { readRegularFile } from './regular-file.js';

/** A certificate that proves who the app registration is, with the key that only its owner has. */
export interface ClientCertificate {
  readonly privateKey: KeyObject;
  /** SHA-1 of the certificate, by which the identity service finds it. */
  readonly thumbprint: Buffer;
  readonly validTo: Date;
}

/** PEM files, by what they hold. */
export interface CertificateFiles {
  readonly certificate: NamedFile;
  readonly key: NamedFile;
  /** Its path is undefined where the key has none. */
  readonly passphrase: { readonly name: string; readonly path: string | undefined };
}

interface NamedFile {
  /** Of what the configuration names it by. */
  readonly name: string;
  readonly path: string;
}

/** RS256 takes nothing shorter. */
const LEAST_BITS = 2048;

/** Reads and checks the files; `faults` gets a sentence for everything that is wrong with them. Null where something is. */
export function readClientCertificate(files: CertificateFiles, now: number, faults: string[]): ClientCertificate | null {
  const before = faults.length;
  const certificatePem = readText(files.certificate, faults);
  const keyPem = readText(files.key, faults);
  const { name, path } = files.passphrase;
  const passphrase = path === undefined ? undefined : readText({ name, path }, faults);
  const certificate = certificatePem === null ? null : readCertificate(files.certificate.name, certificatePem, now, faults);
  // Without its passphrase nothing can be said of a key.
  const privateKey = keyPem === null || passphrase === null ? null : readKey(files, keyPem, passphrase?.replace(/\r?\n$/, ''), faults);
  if (certificate === null || privateKey === null) return null;
  if (faults.length === before && !certificate.checkPrivateKey(privateKey)) faults.push(`${files.key.name} does not fit ${files.certificate.name}: it is the key of another certificate.`);
  if (faults.length > before) return null;
  return { privateKey, thumbprint: Buffer.from(certificate.fingerprint.replaceAll(':', ''), 'hex'), validTo: new Date(certificate.validTo) };
}

function readText({ name, path }: NamedFile, faults: string[]): string | null {
  const read = readRegularFile(path);
  if ('text' in read) return read.text;
  faults.push(`${name} ${read.fault}.`);
  return null;
}

function readCertificate(name: string, pem: string, now: number, faults: string[]): X509Certificate | null {
  try {
    const certificate = new X509Certificate(pem);
    if (now < Date.parse(certificate.validFrom)) faults.push(`${name}: the certificate is not valid yet, by the clock of this machine.`);
    if (now >= Date.parse(certificate.validTo)) faults.push(`${name}: the certificate has expired. Make a new one and register it.`);
    return certificate;
  } catch {
    faults.push(`${name} holds no certificate in PEM form.`);
    return null;
  }
}

function readKey({ key: { name }, passphrase: { name: passphraseName } }: CertificateFiles, pem: string, passphrase: string | undefined, faults: string[]): KeyObject | null {
  const isEncrypted = pem.includes('ENCRYPTED');
  if (isEncrypted && (passphrase ?? '') === '') {
    faults.push(`${name} is encrypted: ${passphraseName} has to name a file with its passphrase.`);
    return null;
  }
  try {
    const key = createPrivateKey({ key: pem, ...(passphrase !== undefined && { passphrase }) });
    if (key.asymmetricKeyType !== 'rsa') faults.push(`${name} is not an RSA key, which the identity service needs.`);
    else if ((key.asymmetricKeyDetails?.modulusLength ?? 0) < LEAST_BITS) faults.push(`${name} is an RSA key of less than ${LEAST_BITS} bits.`);
    return key;
  } catch {
    faults.push(isEncrypted ? `${passphraseName} does not hold the passphrase of ${name}.` : `${name} holds no private key in PEM form.`);
    return null;
  }
}
