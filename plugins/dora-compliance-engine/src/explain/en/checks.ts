import type { CheckName } from '../../judgement/CheckName';

export const checks: Readonly<Record<CheckName, string>> = {
  'approved-by-another-person': 'Did another person approve it?',
  'artifact-identified': 'Is the artifact identified by digest?',
  'artifact-origin': 'Is it proven what the artifact was made of?',
  'authors-identified': 'Is everyone who was involved identified?',
  'built-by-successful-run': 'Was it built by a successful run?',
  'change-known': 'Is the change known?',
  classified: 'Is the asset classified?',
  'classified-high-enough': 'Is the asset classified as high as what uses it?',
  'deployer-named': 'Is it known who deployed?',
  'deployment-allowed': 'Did the reviewers of the environment allow it?',
  'environment-classified':
    'Is it known whether the environment is production?',
  'owner-can-act':
    'Is the owner a person, or a group in which somebody can be held accountable?',
  'owner-exists': 'Does the owner exist?',
  'owner-named': 'Is an owner named?',
  'pipelines-inventoried':
    'Are the pipelines of its repositories in the inventory?',
  'provider-contract': 'Is the contract known?',
  'provider-identified': 'Is the provider identified by LEI or EUID?',
  'provider-named': 'Is the provider named?',
  'provider-registered': 'Is the provider in the catalog?',
  'provider-services': 'Are the types of its services known?',
  'provider-subcontractors': 'Are the subcontractors known where required?',
  'record-complete': 'Does the record have all nine fields?',
  'record-usable': 'Can all values in the record be used?',
  'reviewed-in-time': 'Was the record reviewed in the last twelve months?',
  'reviewed-since-lowered':
    'Was the record reviewed since its classification was lowered?',
  'reviewed-since-major-change':
    'Was the record reviewed since the last major change?',
  'supported-or-assessed':
    'Is the asset supported, or its risk as a legacy system assessed?',
  'through-changes': 'Did everything come through a change request?',
};
