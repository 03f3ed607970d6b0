import type { NotificationParams } from '../language/NotificationParams';
import type { SentencesOf } from '../language/Sentences';
import { all, count, moment } from './words';

/** `3 controls of 2 assets`. */
function countPairs(of: { count: number; assets: number }): string {
  return `${count(of.count, 'control')} of ${count(of.assets, 'asset')}`;
}

function countStatuses(of: {
  notSatisfied: number;
  notAssessed: number;
}): string {
  return `${count(of.notSatisfied, 'control')} not satisfied, ${
    of.notAssessed
  } not assessed`;
}

/** `“Independent approval” of Ledger (2026-12-11 00:00 UTC)`. */
function listUntil(
  pairs: NotificationParams['expiring-first']['pairs'],
): string[] {
  return pairs.map(
    ({ control, asset, at }) => `“${control}” of ${asset} (${moment(at)})`,
  );
}

export const notifications: SentencesOf<NotificationParams> = {
  'not-satisfied': ({ control, asset }) =>
    `${asset} does not satisfy the control “${control}”`,
  'not-assessed': ({ control, asset }) =>
    `The control “${control}” is not assessed for ${asset}`,
  satisfied: ({ control, asset }) =>
    `${asset} satisfies the control “${control}”`,
  'not-satisfied-controls': of =>
    `${count(of.count, 'control')} of ${of.asset} became not satisfied`,
  'not-assessed-controls': of =>
    `${count(of.count, 'control')} of ${of.asset} became not assessed`,
  'satisfied-controls': of =>
    `${count(of.count, 'control')} of ${of.asset} became satisfied`,
  'not-satisfied-assets': of =>
    `${count(of.assets, 'asset')} do not satisfy the control “${of.control}”`,
  'not-assessed-assets': of =>
    `The control “${of.control}” is not assessed for ${count(
      of.assets,
      'asset',
    )}`,
  'satisfied-assets': of =>
    `${count(of.assets, 'asset')} satisfy the control “${of.control}”`,
  'not-satisfied-many': of => `${countPairs(of)} became not satisfied`,
  'not-assessed-many': of => `${countPairs(of)} became not assessed`,
  'satisfied-many': of => `${countPairs(of)} became satisfied`,
  expiring: ({ control, asset }) => `About to expire: “${control}” of ${asset}`,
  'expiring-controls': of =>
    `About to expire: ${count(of.count, 'control')} of ${of.asset}`,
  'expiring-assets': of =>
    `About to expire: “${of.control}” of ${count(of.assets, 'asset')}`,
  'expiring-many': of => `About to expire: ${countPairs(of)}`,
  'expiring-at': ({ at }) =>
    `Satisfied until ${moment(at)}, if nothing is renewed.`,
  'expiring-why': ({ reason }) => `From then on: ${reason}`,
  'expiring-first': ({ pairs, others }) =>
    `First: ${all(listUntil(pairs))}.${
      others > 0 ? ` There ${others > 1 ? 'are' : 'is'} ${others} more.` : ''
    }`,
  'expiring-advice': () => 'Open the controls to see what to renew by then.',
  'not-satisfied-advice': () =>
    'Open the control to see why, and what ends the finding.',
  'not-assessed-advice': () => 'Open the control to see what is missing.',
  worst: ({ pairs, others }) =>
    `Most severe: ${all(
      pairs.map(({ control, asset }) => `“${control}” of ${asset}`),
    )}.${
      others > 0 ? ` There ${others > 1 ? 'are' : 'is'} ${others} more.` : ''
    }`,
  summary: of => `This week: ${of.owner} has ${countStatuses(of)}`,
  'summary-before': of => `A week ago: ${countStatuses(of)}.`,
  'summary-first': () => 'There are no figures of a week ago yet.',
  'summary-reviews': ({ assets, others, days }) =>
    `Reviews that are overdue or due within ${count(days, 'day')}: ${all(
      others > 0 ? [...assets, `${others} more`] : assets,
    )}.`,
  'summary-expiring': ({ pairs, others }) =>
    `About to expire: ${all([
      ...listUntil(pairs),
      ...(others > 0 ? [`${others} more`] : []),
    ])}.`,
  'summary-assets': ({ assets }) => `Greatest risk: ${all(assets)}.`,
};
