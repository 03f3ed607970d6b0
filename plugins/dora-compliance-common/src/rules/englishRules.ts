import type { RulePhrases } from './RuleParams';

const either = new Intl.ListFormat('en', { type: 'disjunction' });
const all = new Intl.ListFormat('en');

/**
 * The rules for declared values in English.
 *
 * @public
 */
export const englishRules: RulePhrases = {
  block: () => 'must be a block of fields',
  country: () => 'must be a country code such as DE',
  day: () => 'must be a day such as 2026-03-31',
  'entity-reference': ({ example }) =>
    `must be an entity reference such as ${example}`,
  euid: () => 'must be an EUID such as DEK1101R.HRB116737',
  'function-id': () => 'must be F and a number, such as F1',
  json: () => 'must be JSON',
  'known-field': ({ fields }) =>
    `is not a known field; the fields are ${all.format(split(fields))}`,
  'known-keys': ({ keys }) => `must not have ${either.format(split(keys))}`,
  lei: () => 'must be an LEI with valid check digits',
  'one-of': ({ values }) => `must be ${either.format(split(values))}`,
  other: ({ message }) => `is not accepted: ${message}`,
  'pipeline-urn': () => 'must be urn:cicd:<host>:<project>:<definition>',
  placeholder: () =>
    'must have a value that says something, not a placeholder such as tbd or n/a',
  'positive-duration': () =>
    'must be a positive ISO 8601 duration such as P90D',
  reason: () =>
    'must say why in at least eight letters, such as "written by ourselves"',
  'recovery-objective': () =>
    'must be an ISO 8601 duration of at most a year, such as PT2H',
  'repository-address': () =>
    'must be the web address of a repository, such as https://github.com/org/name',
  'service-type': () => 'must be a service type from S01 to S19',
  'support-date': () =>
    'must have regularEnd, extendedEnd, customEnd, or notApplicable',
  type: ({ type }) => `must be of type ${type}`,
  urn: () => 'must be a URN such as urn:bank:asset:4711',
};

function split(param: string): string[] {
  return param.split(',');
}
