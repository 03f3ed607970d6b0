import { ProviderFact } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { all, count, form, level, withoutPeriod } from '../../explain/en/words';
import type { WordsFor } from '../../registry/Judgement';
import type { ProviderReasons } from './reasons';

const factNames: Readonly<Record<ProviderFact, string>> = {
  pipeline: 'that it is a pipeline',
  location: 'its location',
  support: 'its end of support',
  type: 'its type',
  declaration: 'the reason it gives',
};

export const en: WordsFor<ProviderReasons> = {
  checks: {
    'provider-contract': 'Is the contract known?',
    'provider-identified': 'Is the provider identified by LEI or EUID?',
    'provider-named': 'Is the provider named?',
    'provider-registered': 'Is the provider in the catalog?',
    'provider-services': 'Are the types of its services known?',
    'provider-subcontractors': 'Are the subcontractors known where required?',
  },
  reasons: {
    'provider-contract': ({ contract }) =>
      `The contract reference is ${contract}.`,
    'provider-contract-missing': ({ provider }) =>
      `The provider ${provider} has no contract reference.`,
    'provider-identified': ({ provider }) =>
      `The provider ${provider} is identified by an LEI or an EUID.`,
    'provider-missing': () =>
      'The pipeline names no provider. Name the provider of the CI system that runs it in spec.dora.provider.',
    'provider-named': ({ provider }) =>
      `The provider of the asset is ${provider}.`,
    'provider-none': ({ why, until }) =>
      `The asset has no provider: ${withoutPeriod(
        why,
      )}. This holds until ${until}.`,
    'provider-registered': ({ provider }) =>
      `The provider ${provider} is in the catalog.`,
    'provider-services': ({ services }) =>
      `The provider delivers the ICT services ${services}.`,
    'provider-services-missing': ({ provider }) =>
      `The provider ${provider} declares no type of ICT service.`,
    'provider-undeclared'({ facts }) {
      const names = facts.split(',').map(nameFact);
      return `The asset names no provider and does not say that it has none, although ${all(
        names,
      )} ${form(names.length, { one: 'suggests', other: 'suggest' })} one.`;
    },
    'provider-unidentified': ({ provider }) =>
      `The provider ${provider} has neither an LEI nor an EUID.`,
    'provider-unregistered': ({ provider }) =>
      `The catalog has no ICT third-party provider ${provider}.`,
    'subcontractors-declared': ({ count: n }) =>
      n === 0
        ? 'The provider declares that it has no subcontractors.'
        : `The provider declares ${count(n, 'subcontractor')}.`,
    'subcontractors-missing': ({ provider }) =>
      `The provider ${provider} declares neither subcontractors nor that there are none, but what it provides is "critical or important".`,
    'subcontractors-not-needed': ({ level: of }) =>
      `Subcontractors do not have to be known for an asset that is "${level(
        of,
      )}".`,
    'subcontractors-unclear': ({ provider }) =>
      `The asset is not classified. Whether the subcontractors of ${provider} must be known can't be determined.`,
  },
  advice: {
    'provider-contract-missing':
      'Declare the reference of the contract in the catalog file of the provider.',
    'provider-missing':
      'Name the provider of the CI system in spec.dora.provider of the pipeline.',
    'provider-services-missing':
      'Declare the types of its ICT services in the catalog file of the provider.',
    'provider-undeclared':
      'Declare spec.dora.provider in the catalog file, or spec.dora.noProvider with the reason and until when it holds.',
    'provider-unidentified':
      'Declare the LEI or the EUID in the catalog file of the provider.',
    'provider-unregistered':
      'Add the provider to the catalog as a Resource of type ict-third-party-provider, or correct the name in spec.dora.provider.',
    'subcontractors-missing':
      'Declare the subcontractors in the catalog file of the provider. An empty list says that there are none.',
    'subcontractors-unclear':
      'Classify the asset: declare spec.dora.classification.criticality in its catalog file.',
  },
};

function nameFact(text: string): string {
  const fact = ProviderFact.safeParse(text);
  return fact.success ? factNames[fact.data] : text;
}
