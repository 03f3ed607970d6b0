import {
  errorCodes,
  type SourceReasons,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { SentencesOf } from '../language/Sentences';
import { count, form, moment, period, withoutPeriod } from './words';

const states = {
  'catalog-unread': () =>
    'No ICT asset has been read from the catalog yet. The backend has just started, or the catalog has no components and resources.',
  'people-reviewed-nothing': () =>
    'Nobody has reviewed the record of an asset in Backstage yet. Reviews are stored here as evidence.',
  'source-deaf': ({ expected }) =>
    `The collector found ${count(
      expected,
      'event',
    )}, none of which the source delivered. Check that its webhook still exists and uses the right secret.`,
  'source-flawed': ({ flawed }) =>
    `${count(flawed, 'document')} received in the last day ${form(flawed, {
      one: 'was',
      other: 'were',
    })} read only in part or not at all.`,
  'source-gaps': ({ gaps, how }) =>
    `There ${form(gaps, { one: 'is', other: 'are' })} ${count(
      gaps,
      'gap',
    )} in which evidence may be missing. ${closing(gaps, how)}`,
  'source-healthy': () =>
    'All documents were read, and there are no open gaps.',
  'source-healthy-in-part': () =>
    'There are no open gaps in what you may read in the catalog.',
  'source-incomplete': ({ incomplete, all }) =>
    `${incomplete} of ${count(
      all,
      'target',
    )} could not be read completely in the last round.`,
  'source-never-heard': () =>
    'Nothing has been received from this source yet. Check that the CI system sends its webhooks here, or that its credentials are valid.',
  'source-off': ({ why, wasOn }) =>
    `${withoutPeriod(why)}.${
      wasOn
        ? ' The source delivered evidence before. Events since it was turned off are not known.'
        : ''
    }`,
  'source-quiet': ({ since }) =>
    `Nothing has been received since ${moment(
      since,
    )}. Check that the webhook still exists.`,
  'source-rejects': ({ rejected, received }) =>
    `${rejected} of ${count(
      received,
      'document',
    )} received in the last day could not be read.`,
  'source-unasked': ({ targets, since }) =>
    targets === 1
      ? `1 target has not been read completely since ${moment(since)}.`
      : `${targets} targets have not been read completely for too long, the first one since ${moment(
          since,
        )}.`,
  'source-unreadable': ({ targets, problem }) =>
    `The collector read ${count(targets, 'target')}, ${form(targets, {
      one: 'but not',
      other: 'none of them',
    })} completely.${
      problem ? ` The last problem was: ${withoutPeriod(problem)}.` : ''
    }`,
} satisfies Partial<SentencesOf<SourceReasons>>;

export const sourceReasons: SentencesOf<SourceReasons> = {
  ...states,
  'gap-collector-silent': ({ from, to, detail }) =>
    `The collector ${
      to ? 'could not read' : 'has not been able to read'
    } the source completely ${period(from, to)}.${more(detail)}`,
  'gap-deliveries-missed': ({ from, to, detail }) =>
    `The source did not deliver all events ${period(from, to)}.${more(detail)}`,
  'gap-deliveries-refused': ({ from, to, detail }) =>
    `Deliveries ${period(from, to)} could not be stored.${more(detail)}`,
  'gap-receiver-down': ({ from, to }) =>
    `Nothing could be received ${period(
      from,
      to,
    )}: no replica of this backend was running.`,
  'gap-source-off': ({ from, to }) =>
    to
      ? `The source was off or could not push ${period(from, to)}.`
      : `The source has been off or unable to push ${period(from, to)}.`,
  // details of gaps
  'refused-with': ({ error }) => errorCodes[error]?.meaning ?? error,
  'target-incomplete': ({ target, problem }) =>
    `${target} could not be read completely: ${withoutPeriod(problem)}.`,
  'target-missed': ({ target, missed, expected }) =>
    `${missed} of ${count(expected, 'event')} at ${target} ${form(missed, {
      one: 'was',
      other: 'were',
    })} not delivered.`,
  'target-not-in-catalog': ({ target }) => `${target} was not in the catalog.`,
};

function closing(gaps: number, how: string | undefined): string {
  const them = form(gaps, { one: 'it', other: 'them' });
  if (how === undefined) {
    return 'The source only pushes, so a gap affects a control until the gap is older than the time window of that control.';
  }
  return how === 'collected'
    ? `The tab Gaps shows what closes ${them}.`
    : `To close ${them}, configure ${how}.`;
}

function more(detail: string | undefined): string {
  return detail ? ` ${withoutPeriod(detail)}.` : '';
}
