import { z } from 'zod';
import type { AssetDeclaration } from './AssetDeclaration';
import { PIPELINE_TYPE } from './PipelineDeclaration';

/**
 * What suggests that an asset comes from an ICT third-party provider: it is a
 * pipeline, its location is a cloud, a supplier supports it, its type says so, or it
 * declares why it has none.
 *
 * @public
 */
export const ProviderFact = z.enum([
  'pipeline',
  'location',
  'support',
  'type',
  'declaration',
]);

/** @public */
export type ProviderFact = z.output<typeof ProviderFact>;

/** Names with which locations of public clouds begin. */
const CLOUDS: ReadonlySet<string> = new Set([
  'alibaba',
  'aliyun',
  'aws',
  'azure',
  'cloudflare',
  'digitalocean',
  'gcp',
  'google',
  'heroku',
  'hetzner',
  'ibm',
  'netlify',
  'oci',
  'oracle',
  'ovh',
  'saas',
  'scaleway',
  'vercel',
]);

/** Types of entities that somebody else runs. */
const TYPES: ReadonlySet<string> = new Set([
  'cloud-service',
  'external',
  'external-service',
  'managed-service',
  'saas',
  'third-party',
]);

/** The facts of an asset that suggest a provider; none is an empty list. */
export function listProviderFacts(of: {
  type?: string;
  declared: AssetDeclaration;
}): ProviderFact[] {
  const type = of.type?.toLowerCase() ?? '';
  const { location = '', noProvider, support } = of.declared;
  const [place = ''] = location.toLowerCase().split(/[^a-z0-9]/);
  const isSupported =
    support?.regularEnd ?? support?.extendedEnd ?? support?.customEnd;
  const facts: Record<ProviderFact, boolean> = {
    pipeline: type === PIPELINE_TYPE,
    location: CLOUDS.has(place),
    support: isSupported !== undefined,
    type: TYPES.has(type),
    declaration: noProvider !== undefined,
  };
  return ProviderFact.options.filter(fact => facts[fact]);
}
