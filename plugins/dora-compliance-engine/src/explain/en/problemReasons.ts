import {
  errorCodes,
  type ProblemReasons,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { SentencesOf } from '../language/Sentences';
import { count, form, moment, withoutPeriod } from './words';

export const problemReasons: SentencesOf<ProblemReasons> = {
  'as-reported': ({ text }) => text,
  'more-problems': ({ count: n }) =>
    `There ${form(n, { one: 'is', other: 'are' })} ${count(
      n,
      'more problem',
    )} of this kind.`,
  // documents
  'document-broken-characters': of => broken('The document', of),
  'document-name-forbidden': ({ name, at }) =>
    `The document has the forbidden name "${name}" at ${at}.`,
  'document-name-twice': ({ name, at }) =>
    `The document has the name "${name}" twice in one object, at ${at}.`,
  'document-out-of-scope': ({ scope, more, problems }) =>
    `The secret of the sender is valid only for evidence about ${scope}${
      more ? `, and ${more} more` : ''
    }. ${problems}`,
  'document-source-failed': ({ source, error }) =>
    `The evidence source "${source}" failed to read the document: ${withoutPeriod(
      error,
    )}.`,
  'document-source-missing': ({ source }) =>
    `The evidence source "${source}" is not installed, or it is off. Install or configure it, then replay the document.`,
  'statement-broken-characters': of => broken(statement(of), of),
  'statement-in-future': ({ type, observedAt, receivedAt }) =>
    `The statement "${type}" is dated ${moment(
      observedAt,
    )}, more than a day after it was received (${moment(
      receivedAt,
    )}), so it was not stored. Correct the clock of the source.`,
  'statement-outside': ({ type, kind, name }) =>
    `The statement "${type}" is about the ${kind} ${name}.`,
  'statement-unkeepable': of =>
    `${statement(of)} can't be stored: ${withoutPeriod(of.cause)}.`,
  'statement-without-anchor': ({ type }) =>
    `The statement "${type}" names no repository, pipeline, or entity.`,
  // rounds and backfills
  'backfill-ended-early': () =>
    'The source ended the backfill before the end of its list.',
  'backfill-loops': () => 'The source returned a page that was read before.',
  'backfill-part-incomplete': ({ part, problem }) =>
    `${part}: ${withoutPeriod(problem)}.`,
  'backfill-without-history': ({ parts }) =>
    `A backfill of this source does not read ${parts}; only rounds of its collector do. So a backfill closes no gap.`,
  'collector-missing': ({ source }) =>
    `The source ${source} has no collector. Install or configure it.`,
  'not-read-completely': () => 'It could not be read completely.',
  'round-without-end': () =>
    'The collector stopped before its round was complete.',
  'target-left-catalog': () => 'The target is no longer in the catalog.',
  // delivery logs
  'delivery-log-incomplete': () =>
    'The delivery log could not be read completely.',
  'delivery-log-missing': ({ source }) =>
    `The source ${source} has no delivery log that can be read.`,
  'delivery-refused': ({ delivery, error }) =>
    `${
      delivery ? `The delivery ${delivery}` : 'A delivery without an id'
    } could not be stored: ${withoutPeriod(
      errorCodes[error]?.meaning ?? error,
    )}.`,
};

function statement(of: { index: number; all: number; type: string }): string {
  return `Statement ${of.index} of ${of.all} (${of.type})`;
}

function broken(
  what: string,
  {
    places,
    more,
    isLeast,
  }: { places: string; more?: number; isLeast?: number },
): string {
  const others = more
    ? `, and ${isLeast ? 'at least ' : ''}${count(more, 'more place')}`
    : '';
  return `${what} contains invalid Unicode (an unpaired surrogate) at ${places}${others}. The character U+FFFD is read in its place.`;
}
