import type { PopulationReasons } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { SentencesOf } from '../language/Sentences';
import { nameMembers } from './members';
import { count, moment, withoutPeriod } from './words';

export const populationReasons: SentencesOf<PopulationReasons> = {
  'event-never-observed': ({ type, days }) =>
    `No evidence of the type "${type}" that reports a success was received for this asset in the last ${count(
      days,
      'day',
    )}.`,
  'evidence-incomplete': ({ problem }) =>
    `The source could not be read completely${
      problem ? `: ${withoutPeriod(problem)}` : ''
    }. What was not read could be a finding.`,
  'incidents-unheard': () =>
    'No incident tool has ever reported an incident of this asset, so it is not known whether there are any.',
  'interval-start-unknown': ({ type, first }) =>
    `The first known success is from ${moment(
      first,
    )}. Evidence of the type "${type}" from before that may be missing.`,
  'never-scanned': () =>
    'No security scan of this asset was reported in the last 90 days, so it is not known whether it has findings.',
  'no-open-finding': () =>
    'The scanners report results, and no finding is open.',
  'nothing-runs': ({ environments }) =>
    `Nothing runs for this asset in ${environments}.`,
  'state-not-observed': ({ kind, type }) =>
    `No ${
      nameMembers(kind).one
    } of this asset has been read yet: there is no evidence of the type "${type}".`,
};
