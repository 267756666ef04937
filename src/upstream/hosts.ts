/** The clouds of AvePoint Online Services and their hosts. An app registration belongs to one of them. */
export interface Cloud {
  readonly environment: 'COMMERCIAL' | 'US_GOVERNMENT' | 'AOS2' | 'FEDRAMP';
  /** What stands for the data centre where the cloud has one host only; null where every data centre has its own. */
  readonly region: string | null;
  readonly graphHost: string;
  readonly identityHost: string;
}

export const CLOUDS = {
  commercial: { environment: 'COMMERCIAL', region: null, graphHost: 'graph-{region}.avepointonlineservices.com', identityHost: 'identity.avepointonlineservices.com' },
  'us-government': { environment: 'US_GOVERNMENT', region: 'gov', graphHost: 'graph-gov.avepointonlineservices.com', identityHost: 'identity-gov.avepointonlineservices.com' },
  aos2: { environment: 'AOS2', region: 'aos2', graphHost: 'graph-aos2.avepointonlineservices.com', identityHost: 'identity-aos2.avepointonlineservices.com' },
  fedramp: { environment: 'FEDRAMP', region: 'fedramp', graphHost: 'graphusgovapi.online15.net', identityHost: 'identity.online15.net' },
} as const satisfies Record<string, Cloud>;

/** Data centre codes. The `gcp-` ones serve Google Workspace and Microsoft 365 only. */
export const REGIONS = [
  'au', 'sg', 'ca', 'ne', 'we', 'fr', 'de', 'jp', 'kr', 'ch', 'uk', 'us', 'uae', 'za', 'qa',
  'gcp-au', 'gcp-jp', 'gcp-us', 'gcp-we', 'gcp-kr',
] as const;

export function graphUrlOf(cloud: Cloud, region: string): URL {
  return new URL(`https://${cloud.graphHost.replace('{region}', region)}`);
}

export function identityUrlOf(cloud: Cloud): URL {
  return new URL(`https://${cloud.identityHost}/connect/token`);
}
