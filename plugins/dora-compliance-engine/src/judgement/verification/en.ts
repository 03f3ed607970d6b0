import { count as countAll, moment } from '../../explain/en/words';
import type { WordsFor } from '../../registry/Judgement';
import type { VerificationReasons } from './reasons';

const verify =
  'Have the pipeline test every production deployment right after it, and report the result with the environment, for example as a CDEvent testSuiteRun.finished.';

export const en: WordsFor<VerificationReasons> = {
  checks: {
    'alerts-answered': 'Did somebody answer the alerts after the deployment?',
    'verified-in-time': 'Was the deployment verified in time?',
  },
  reasons: {
    'verification-failed': ({ suite, at }) =>
      `The tests "${suite}" of what was deployed failed on ${moment(at)}.`,
    'verification-late': ({ suite, at, until }) =>
      `The tests "${suite}" of what was deployed ended on ${moment(
        at,
      )}, only after ${moment(until)}.`,
    'verification-missing': ({ until }) =>
      `No result of tests of what was deployed is known until ${moment(
        until,
      )}.`,
    'verification-passed': ({ suite, at }) =>
      `The tests "${suite}" of what was deployed succeeded on ${moment(at)}.`,
    'verification-pending': ({ until }) =>
      `The deployment can still be verified until ${moment(until)}.`,
    'verifications-not-reported': () =>
      'No source had reported tests of a deployment or of an environment before, so it is not known whether this deployment was verified.',
    'alert-not-answered': ({ alert, at }) =>
      `The alert "${alert}" fired on ${moment(
        at,
      )}, soon after the deployment, and nobody acknowledged or resolved it.`,
    'alerts-answered': ({ count }) =>
      count === 0
        ? 'No alert fired soon after the deployment (0 alerts).'
        : `${countAll(
            count,
            'alert',
          )} that fired soon after the deployment: all acknowledged or resolved.`,
    'alerts-not-reported': () =>
      'No source had reported an alert before the deployment, so it is not known whether one fired after it.',
    'alerts-pending': ({ until }) =>
      `Alerts count until ${moment(
        until,
      )}. Only then it is known whether all were answered.`,
  },
  advice: {
    'alert-not-answered':
      'Acknowledge or resolve the alert in the monitoring tool, and route alerts to somebody who is on call.',
    'alerts-pending':
      'You do not have to do anything but answer alerts that fire: the control is assessed again when this time is over.',
    'alerts-not-reported':
      'Connect the monitoring tool, such as Alertmanager or Grafana, and let it deliver alerts with the labels of the asset.',
    'verification-failed':
      'Repair what failed or roll back, and verify the next deployment.',
    'verification-late': verify,
    'verification-missing': verify,
    'verification-pending': verify,
    'verifications-not-reported': verify,
  },
};
