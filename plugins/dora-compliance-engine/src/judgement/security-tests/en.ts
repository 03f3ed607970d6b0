import { readBack } from '../../explain/en/phrases';
import { moment, withoutPeriod } from '../../explain/en/words';
import type { WordsFor } from '../../registry/Judgement';
import type { SecurityTestReasons } from './reasons';

const scans: Readonly<Record<string, string>> = {
  code: 'static scan',
  dependency: 'scan of the dependencies',
};

const name = (kind: string) => scans[kind] ?? kind;

export const en: WordsFor<SecurityTestReasons> = {
  checks: {
    'code-scanned': 'Was the code scanned before the deployment?',
    'dependencies-scanned':
      'Were the dependencies scanned before the deployment?',
  },
  reasons: {
    'scan-ended-before': ({ kind, tool, commit, at }) =>
      `The ${name(kind)} by ${tool} of commit ${commit} ended on ${moment(
        at,
      )}, before the deployment.`,
    'scan-ended-after': ({ kind, tool, commit, at }) =>
      `The ${name(kind)} by ${tool} of commit ${commit} ended on ${moment(
        at,
      )}, only after the deployment.`,
    'scan-change-unknown': ({ kind, commit }) =>
      `No ${name(
        kind,
      )} is known of the deployed commit ${commit}. Neither its push nor the change that was merged as it was received, so there may be one of the head of that change.`,
    'scan-missing': ({ kind, commit }) =>
      `No ${name(
        kind,
      )} is known of the deployed commit ${commit}, nor of the head of the change that was merged as it.`,
    'scan-with-error': ({ kind, tool, commit, error }) =>
      `The ${name(
        kind,
      )} by ${tool} of commit ${commit} ended with an error: ${withoutPeriod(
        error,
      )}.`,
    'scans-not-reported': ({ kind }) =>
      `No source had reported a ${name(
        kind,
      )} of this repository before the deployment, so it is not known whether there was one.`,
  },
  advice: {
    'scan-change-unknown': readBack,
    'scan-ended-after':
      'Have the deployment wait for the scan: make the scan a required check, or a job that the deployment needs.',
    'scan-missing':
      'Scan every change before it is merged, also if it changes few files, and deploy again.',
    'scan-with-error':
      'Repair the scan, let it fail the pipeline when it ends with an error, and deploy again.',
    'scans-not-reported':
      'Connect a source that reports scans, and have the pipeline scan every change. Scans from now on count.',
  },
};
