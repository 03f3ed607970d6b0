import { count, form } from '../../explain/en/words';
import type { WordsFor } from '../../registry/Judgement';
import type { CombinationReasons } from './reasons';

const parts: Readonly<Record<string, string>> = {
  'branch-protection-observed': 'the rules of its branches',
  'environment-protection-observed': 'the protection of its environments',
};

export const en: WordsFor<CombinationReasons> = {
  checks: {
    'access-not-combined':
      'Is nobody an administrator who may change branches without a review and needs nobody else to deploy to production?',
  },
  reasons: {
    'access-combined': ({ repository, count: n, accounts }) =>
      `${form(n, {
        one: 'This account is',
        other: `Each of these ${n} accounts is`,
      })} an administrator of ${repository}, may change its branches without a review, and needs nobody else to deploy to production: ${accounts}.`,
    'access-combination-unclear': ({ repository, count: n, actors }) =>
      `Of the administrators of ${repository}, ${n} may be able to change its branches without a review and to deploy to production without anybody else. The source does not report ${
        actors ? `who belongs to ${actors}` : 'who may bypass its rules'
      }.`,
    'access-combination-unread': ({ repository, what }) =>
      `The source did not report ${
        parts[what] ?? what
      } completely in the last two days, so it is not known whether somebody combines rights over ${repository}.`,
    'access-not-combined': ({ repository, administrators }) =>
      `Nobody who is an administrator of ${repository} may both change its branches without a review and deploy to production without anybody else. It has ${count(
        administrators,
        'administrator',
      )}.`,
  },
  advice: {
    'access-combined':
      'Take one of the three rights away from each of them: administrator, bypass, or reviewer of the production environment. Give the environment reviewers, and do not let administrators bypass them.',
    'access-combination-unclear':
      'Let nobody bypass the rules of branches, or name people in place of teams and roles, among those who may bypass or among the reviewers of the production environment.',
    'access-combination-unread':
      'Check on the page Evidence why the collector cannot read the rules of branches and environments.',
  },
};
