import {
  ProviderFact,
  type RecordReasons,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { SentencesOf } from '../language/Sentences';
import { all, count, level, withoutPeriod, form } from './words';

/** The provider of an asset, and its support. */
export const providerReasons = {
  'provider-contract': ({ contract }) =>
    `The contract reference is ${contract}.`,
  'provider-contract-missing': ({ provider }) =>
    `The provider ${provider} has no contract reference.`,
  'provider-identified': ({ provider }) =>
    `The provider ${provider} is identified by an LEI or an EUID.`,
  'provider-missing': () =>
    'The pipeline names no provider. Name the provider of the CI system that runs it in spec.dora.provider.',
  'provider-none': ({ why, until }) =>
    `The asset has no provider: ${withoutPeriod(
      why,
    )}. This holds until ${until}.`,
  'provider-named': ({ provider }) =>
    `The provider of the asset is ${provider}.`,
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
  // support
  'legacy-assessed': ({ assessed, due }) =>
    `The risk of the asset as a legacy system was assessed on ${assessed}. The assessment is valid until ${due}.`,
  supported: ({ end }) => `The asset is supported until ${end}.`,
  'support-ended': ({ end, assessed }) =>
    assessed
      ? `Support ended on ${end}, and the legacy risk assessment of ${assessed} is not from the last twelve months.`
      : `Support ended on ${end}, and no legacy risk assessment is known.`,
  'support-not-applicable': ({ why, until }) =>
    `The asset has no end of support: ${withoutPeriod(
      why,
    )}. This holds until ${until}.`,
  'support-unknown': () =>
    'Neither an end of support is declared, nor why there is none.',
  // exemption
  'exemption-ended': ({ lacks, why, ended }) =>
    `${nameExemption(
      lacks,
      why,
    )} held until ${ended}. Review the record, or declare a new day.`,
  'exemption-too-long': ({ lacks, why, until }) =>
    `${nameExemption(
      lacks,
      why,
    )} is to hold until ${until}. Declare a day that is at most a year ahead.`,
  'exemption-unconfirmed': ({ lacks, why }) =>
    `${nameExemption(
      lacks,
      why,
    )} has no day until which it holds, and no review of this record is known that confirms it.`,
} satisfies Partial<SentencesOf<RecordReasons>>;

const factNames: Readonly<Record<ProviderFact, string>> = {
  pipeline: 'that it is a pipeline',
  location: 'its location',
  support: 'its end of support',
  type: 'its type',
  declaration: 'the reason it gives',
};

function nameFact(text: string): string {
  const fact = ProviderFact.safeParse(text);
  return fact.success ? factNames[fact.data] : text;
}

function nameExemption(lacks: 'end-of-support' | 'provider', why: string) {
  const what = lacks === 'provider' ? 'no provider' : 'no end of support';
  return `The reason for having ${what} (${withoutPeriod(why)})`;
}
