import { createSign, generateKeyPairSync, randomBytes, X509Certificate, type KeyObject } from 'node:crypto';

/** A throw-away certificate with its key. */
export interface TestCertificate {
  readonly certificatePem: string;
  readonly privateKey: KeyObject;
}

export interface CertificateOptions {
  readonly from?: Date;
  readonly to?: Date;
  readonly keys?: { readonly publicKey: KeyObject; readonly privateKey: KeyObject };
}

const DAY_MS = 86_400_000;
const OID = {
  sha256WithRsa: '2a864886f70d01010b',
  sha256WithEcdsa: '2a8648ce3d040302',
  commonName: '550403',
};

export const rsaKeys = (modulusLength = 2048) => generateKeyPairSync('rsa', { modulusLength });
export const ecKeys = () => generateKeyPairSync('ec', { namedCurve: 'P-256' });

/** Self-signed, of X.509 version 1, which is the least that there is. */
export function createCertificate({ from = new Date(Date.now() - DAY_MS), to = new Date(Date.now() + 365 * DAY_MS), keys = rsaKeys() }: CertificateOptions = {}): TestCertificate {
  const isRsa = keys.privateKey.asymmetricKeyType === 'rsa';
  const algorithm = sequence(oid(isRsa ? OID.sha256WithRsa : OID.sha256WithEcdsa), ...(isRsa ? [der(0x05)] : []));
  const name = sequence(der(0x31, sequence(oid(OID.commonName), der(0x0c, Buffer.from('avepoint-jobs-graphql test')))));
  const serial = Buffer.concat([Buffer.from([1]), randomBytes(8)]);
  const content = sequence(der(0x02, serial), algorithm, name, sequence(time(from), time(to)), name, keys.publicKey.export({ type: 'spki', format: 'der' }));
  const signature = createSign('sha256').update(content).sign(keys.privateKey);
  const certificate = sequence(content, algorithm, der(0x03, Buffer.concat([Buffer.from([0]), signature])));
  return { certificatePem: new X509Certificate(certificate).toString(), privateKey: keys.privateKey };
}

export function keyPem(key: KeyObject, passphrase?: string): string {
  const encryption = passphrase === undefined ? {} : { cipher: 'aes-256-cbc', passphrase };
  return String(key.export({ type: 'pkcs8', format: 'pem', ...encryption }));
}

function der(tag: number, ...content: readonly Buffer[]): Buffer {
  const body = Buffer.concat(content);
  const { length } = body;
  const size = length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...size]), body]);
}

const sequence = (...content: readonly Buffer[]): Buffer => der(0x30, ...content);
const oid = (hex: string): Buffer => der(0x06, Buffer.from(hex, 'hex'));
/** `YYYYMMDDHHMMSSZ`. */
const time = (at: Date): Buffer => der(0x18, Buffer.from(`${at.toISOString().slice(0, 19).replace(/\D/g, '')}Z`));
