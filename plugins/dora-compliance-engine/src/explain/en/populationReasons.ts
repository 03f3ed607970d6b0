import type { PopulationReasons } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { SentencesOf } from '../language/Sentences';
import { drillsInSentence, manualEvidence } from './manual';
import { nameMembers } from './members';
import { count, moment, withoutPeriod } from './words';

export const populationReasons: SentencesOf<PopulationReasons> = {
  'branch-read-no-longer': ({ branch, since }) =>
    `The rules of the branch ${branch} were last read on ${moment(
      since,
    )}, and no source reports that it was deleted. It may still exist without these rules.`,
  'deployments-failed-only': ({ count: n, days }) =>
    `In the last ${days} days, ${count(
      n,
      'deployment',
    )} to production failed and none succeeded. Whether a failed deployment changed production is not known.`,
  'event-never-observed': ({ type, days }) =>
    `No evidence of the type "${type}" that reports a success was received for this asset in the last ${count(
      days,
      'day',
    )}.`,
  'evidence-incomplete': ({ problem }) =>
    `The source could not be read completely${
      problem ? `: ${withoutPeriod(problem)}` : ''
    }. What was not read could be a finding.`,
  'evidence-not-recorded': ({ type, kind }) =>
    `Nobody has recorded ${
      kind ? drillsInSentence[kind] : manualEvidence[type]
    } for this asset. Only people or other systems can give this evidence.`,
  'incident-not-detected': ({ incident }) =>
    `The incident "${incident}" was resolved, but no report says when it was detected and what it is about.`,
  'incidents-unheard': () =>
    'No incident tool has ever reported an incident of this asset, so it is not known whether there are any.',
  'interval-start-unknown': ({ type, first }) =>
    `The first known success is from ${moment(
      first,
    )}. Evidence of the type "${type}" from before that may be missing.`,
  'never-scanned': () =>
    'No security scan of this asset was reported in the last 90 days, so it is not known whether it has findings.',
  'findings-not-reported': ({ tool, results }) =>
    `The last scan by ${tool} has ${count(
      results,
      'result',
    )}, but no open finding of it was reported, so it is not known which are open.`,
  'no-open-finding': () => 'Scans are reported, and no finding is open.',
  'no-risk-accepted': () =>
    'Nobody has recorded an accepted risk for this asset.',
  'none-observed': ({ kind }) =>
    `The repositories of this asset were read, and they have no ${
      nameMembers(kind).one
    }.`,
  'nothing-runs': ({ environments }) =>
    `Nothing runs for this asset in ${environments}.`,
  'organization-not-read': ({ organization, type }) =>
    `The settings of the organization ${organization} are not known: no source has read them. There is no evidence of the type "${type}".`,
  'owned-by-people': ({ accounts }) =>
    `The repositories of this asset belong to accounts of people, not to an organization: ${accounts}.`,
  'state-not-observed': ({ kind, type }) =>
    `No ${
      nameMembers(kind).one
    } of this asset has been read yet: there is no evidence of the type "${type}".`,
};
