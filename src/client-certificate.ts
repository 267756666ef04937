import { createPrivateKey, X509Certificate, type KeyObject } from 'node:crypto';

import { readRegularFile } from './regular-file.js';

/** A certificate that proves who the app registration is, with the key that only its owner has. */
export interface ClientCertificate {
  readonly privateKey: KeyObject;
  /** SHA-1 of the certificate, by which the identity service finds it. */
  readonly thumbprint: Buffer;
  readonly validTo: Date;
}

/** Paths of PEM files, by the settings that hold them. */
export interface CertificateFiles {
  readonly AVEPOINT_CLIENT_CERTIFICATE_FILE: string;
  readonly AVEPOINT_CLIENT_KEY_FILE: string;
  readonly AVEPOINT_CLIENT_KEY_PASSPHRASE_FILE?: string | undefined;
}

const CERTIFICATE = 'AVEPOINT_CLIENT_CERTIFICATE_FILE';
const KEY = 'AVEPOINT_CLIENT_KEY_FILE';
const PASSPHRASE = 'AVEPOINT_CLIENT_KEY_PASSPHRASE_FILE';
/** RS256 takes nothing shorter. */
const LEAST_BITS = 2048;

/** Reads and checks the files; `faults` gets a sentence for everything that is wrong with them. Null where something is. */
export function readClientCertificate(files: CertificateFiles, now: number, faults: string[]): ClientCertificate | null {
  const before = faults.length;
  const certificatePem = readText(CERTIFICATE, files[CERTIFICATE], faults);
  const keyPem = readText(KEY, files[KEY], faults);
  const passphrasePath = files[PASSPHRASE];
  const passphrase = passphrasePath === undefined ? undefined : readText(PASSPHRASE, passphrasePath, faults);
  const certificate = certificatePem === null ? null : readCertificate(certificatePem, now, faults);
  // Without its passphrase nothing can be said of a key.
  const privateKey = keyPem === null || passphrase === null ? null : readKey(keyPem, passphrase?.replace(/\r?\n$/, ''), faults);
  if (certificate === null || privateKey === null) return null;
  if (faults.length === before && !certificate.checkPrivateKey(privateKey)) faults.push(`${KEY} does not fit ${CERTIFICATE}: it is the key of another certificate.`);
  if (faults.length > before) return null;
  return { privateKey, thumbprint: Buffer.from(certificate.fingerprint.replaceAll(':', ''), 'hex'), validTo: new Date(certificate.validTo) };
}

function readText(setting: string, path: string, faults: string[]): string | null {
  const read = readRegularFile(path);
  if ('text' in read) return read.text;
  faults.push(`${setting} ${read.fault}.`);
  return null;
}

function readCertificate(pem: string, now: number, faults: string[]): X509Certificate | null {
  try {
    const certificate = new X509Certificate(pem);
    if (now < Date.parse(certificate.validFrom)) faults.push(`${CERTIFICATE}: the certificate is not valid yet, by the clock of this machine.`);
    if (now >= Date.parse(certificate.validTo)) faults.push(`${CERTIFICATE}: the certificate has expired. Make a new one and register it.`);
    return certificate;
  } catch {
    faults.push(`${CERTIFICATE} holds no certificate in PEM form.`);
    return null;
  }
}

function readKey(pem: string, passphrase: string | undefined, faults: string[]): KeyObject | null {
  const isEncrypted = pem.includes('ENCRYPTED');
  if (isEncrypted && (passphrase ?? '') === '') {
    faults.push(`${KEY} is encrypted: ${PASSPHRASE} has to name a file with its passphrase.`);
    return null;
  }
  try {
    const key = createPrivateKey({ key: pem, ...(passphrase !== undefined && { passphrase }) });
    if (key.asymmetricKeyType !== 'rsa') faults.push(`${KEY} is not an RSA key, which the identity service needs.`);
    else if ((key.asymmetricKeyDetails?.modulusLength ?? 0) < LEAST_BITS) faults.push(`${KEY} is an RSA key of less than ${LEAST_BITS} bits.`);
    return key;
  } catch {
    faults.push(isEncrypted ? `${PASSPHRASE} does not hold the passphrase of ${KEY}.` : `${KEY} holds no private key in PEM form.`);
    return null;
  }
}
