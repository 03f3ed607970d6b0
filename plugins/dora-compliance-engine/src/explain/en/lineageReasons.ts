import type { LineageReasons } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { SentencesOf } from '../language/Sentences';
import { count } from './words';

export const lineageReasons: SentencesOf<LineageReasons> = {
  'baseline-unknown': ({ environment, commit }) =>
    `This is the first known deployment to ${environment}, so it contains everything that was pushed before. How commit ${commit} came about is not known.`,
  'push-incomplete': ({ commit, branch, listed, total }) =>
    total === undefined
      ? `The push of commit ${commit} to ${branch} does not list all of its commits, so some changes in this deployment may be unknown.`
      : `The push of commit ${commit} to ${branch} brought ${count(
          total,
          'commit',
        )}, but lists only ${listed}, so some changes in this deployment may be unknown.`,
  'release-range-incomplete': ({ commit }) =>
    `Not all pushes since the previous deployment are known: the push of commit ${commit} was not received.`,
  'release-range-unknown': () =>
    'The push of the deployed commit is not known, so it is not known which changes this deployment contains.',
  'deployment-approval-unreported': ({ environment }) =>
    `No source reported that anybody approved or rejected the deployment to ${environment}. The environment may have no reviewers.`,
  'commit-unknown': () =>
    'The source does not report which commit was deployed.',
};
