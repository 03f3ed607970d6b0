import { byOwner, byProvider } from '../../remedy/groups';
import type { RemediesFor } from '../../remedy/Remedy';
import type { ProviderReasons } from './reasons';

export const remedies: RemediesFor<
  ProviderReasons,
  | 'provider-contract'
  | 'provider-identified'
  | 'provider-named'
  | 'provider-none'
  | 'provider-registered'
  | 'provider-services'
  | 'subcontractors-declared'
  | 'subcontractors-not-needed'
> = {
  'provider-contract-missing': byProvider,
  'provider-missing': byOwner,
  'provider-services-missing': byProvider,
  'provider-undeclared': byOwner,
  'provider-unidentified': byProvider,
  'provider-unregistered': byOwner,
  'subcontractors-missing': byProvider,
  'subcontractors-unclear': byOwner,
};
