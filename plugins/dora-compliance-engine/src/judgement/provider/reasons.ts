import type {
  Criticality,
  None,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { createReasons } from '../../registry/createReasons';

type Provider = { provider: string };

/**
 * Why the provider of an asset is, or is not, registered.
 */
export type ProviderReasons = {
  'provider-contract': { contract: string };
  'provider-contract-missing': Provider;
  'provider-identified': Provider;
  'provider-missing': None;
  'provider-named': Provider;
  'provider-none': { why: string; until: string };
  'provider-registered': Provider;
  'provider-services': { services: string };
  'provider-services-missing': Provider;
  /** Names of facts, separated by commas. */
  'provider-undeclared': { facts: string };
  'provider-unidentified': Provider;
  'provider-unregistered': Provider;
  'subcontractors-declared': { count: number };
  'subcontractors-missing': Provider;
  'subcontractors-not-needed': { level: Criticality };
  'subcontractors-unclear': Provider;
};

export const reason = createReasons<ProviderReasons>();
