import { createSign, generateKeyPairSync, randomBytes, X509Certificate, type KeyObject } from 'node:crypto';
import { isIP } from 'node:net';

/** A throw-away certificate with its key. */
export interface TestCertificate {
  readonly certificatePem: string;
  readonly privateKey: KeyObject;
}

export interface CertificateOptions {
  readonly from?: Date;
  readonly to?: Date;
  readonly keys?: { readonly publicKey: KeyObject; readonly privateKey: KeyObject };
  /** Who signs; itself where nobody is named. */
  readonly issuer?: TestCertificate & { readonly commonName: string };
  readonly commonName?: string;
  /** Host names and IPv4 addresses that it is for. */
  readonly names?: readonly string[];
}

const DAY_MS = 86_400_000;
const OID = {
  sha256WithRsa: '2a864886f70d01010b',
  sha256WithEcdsa: '2a8648ce3d040302',
  commonName: '550403',
  subjectAltName: '551d11',
  basicConstraints: '551d13',
};

export const rsaKeys = (modulusLength = 2048) => generateKeyPairSync('rsa', { modulusLength });
export const ecKeys = () => generateKeyPairSync('ec', { namedCurve: 'P-256' });

/** A CA where it names no hosts, else of one of those. */
export function createCertificate({
  from = new Date(Date.now() - DAY_MS),
  to = new Date(Date.now() + 365 * DAY_MS),
  keys = rsaKeys(),
  issuer,
  commonName = 'avepoint-jobs-graphql test',
  names = [],
}: CertificateOptions = {}): TestCertificate & { readonly commonName: string } {
  const isRsa = keys.privateKey.asymmetricKeyType === 'rsa';
  const algorithm = sequence(oid(isRsa ? OID.sha256WithRsa : OID.sha256WithEcdsa), ...(isRsa ? [der(0x05)] : []));
  const serial = Buffer.concat([Buffer.from([1]), randomBytes(8)]);
  const signer = issuer ?? { privateKey: keys.privateKey, commonName };
  const extensions = names.length === 0 ? extension(OID.basicConstraints, sequence(der(0x01, Buffer.from([0xff])))) : extension(OID.subjectAltName, sequence(...names.map(alternativeName)));
  const content = sequence(
    der(0xa0, der(0x02, Buffer.from([2]))),
    der(0x02, serial),
    algorithm,
    nameOf(signer.commonName),
    sequence(time(from), time(to)),
    nameOf(commonName),
    keys.publicKey.export({ type: 'spki', format: 'der' }),
    der(0xa3, sequence(extensions)),
  );
  const signature = createSign('sha256').update(content).sign(signer.privateKey);
  const certificate = sequence(content, algorithm, der(0x03, Buffer.concat([Buffer.from([0]), signature])));
  return { certificatePem: new X509Certificate(certificate).toString(), privateKey: keys.privateKey, commonName };
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
const nameOf = (commonName: string): Buffer => sequence(der(0x31, sequence(oid(OID.commonName), der(0x0c, Buffer.from(commonName)))));
const extension = (id: string, value: Buffer): Buffer => sequence(oid(id), der(0x04, value));
const alternativeName = (name: string): Buffer => (isIP(name) === 4 ? der(0x87, Buffer.from(name.split('.').map(Number))) : der(0x82, Buffer.from(name)));
/** `YYYYMMDDHHMMSSZ`. */
const time = (at: Date): Buffer => der(0x18, Buffer.from(`${at.toISOString().slice(0, 19).replace(/\D/g, '')}Z`));
