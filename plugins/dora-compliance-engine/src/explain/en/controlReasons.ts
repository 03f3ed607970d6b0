import type {
  ControlReasons,
  EvidenceGap,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { SentencesOf } from '../language/Sentences';
import { shortenDigest } from '../language/shortenDigest';
import { nameMembers } from './members';
import { count, form, moment, subject, withoutPeriod } from './words';

const gapCauses: Readonly<
  Record<EvidenceGap['cause'], (hasEnded: boolean) => string>
> = {
  'receiver-down': () => 'no replica of this backend was running',
  'source-off': hasEnded =>
    hasEnded
      ? 'the source was off or could not push'
      : 'the source is off or cannot push',
  'collector-silent': () => 'the collector could not read it completely',
  'deliveries-missed': () => 'its API reports events that it did not deliver',
  'deliveries-refused': () => 'deliveries from it could not be stored',
};

export const controlReasons: SentencesOf<ControlReasons> = {
  'all-checks-passed': () => 'All checks passed.',
  'all-members-satisfied': ({ total, kind }) => {
    const { one, other } = nameMembers(kind);
    return form(total, {
      one: `The only ${one} passed all checks.`,
      other: `All ${total} ${other} passed all checks.`,
    });
  },
  'assertion-error': ({ id, detail }) =>
    `The requirement "${id}" could not be evaluated: ${withoutPeriod(detail)}.`,
  'value-missing': ({ id, field }) =>
    `The requirement "${id}" needs the value ${field}, but the evidence does not contain it.`,
  'assertion-false': ({ id, read }) =>
    `The requirement "${id}" is not met${read ? `: ${read}` : ''}.`,
  'assertion-true': ({ id, read }) =>
    `The requirement "${id}" is met${read ? `: ${read}` : ''}.`,
  'assessment-failed': () =>
    'The last assessment of the control failed. The backend retries it automatically.',
  'asset-not-linked': () =>
    'No repository is known for the asset. Add the annotation of its code host, such as github.com/project-slug, to the catalog entity.',
  'does-not-apply': () => 'The control does not apply to this asset.',
  'entity-not-readable': () =>
    'The result depends on an entity that you may not read in the catalog.',
  'evaluation-failed': ({ message }) =>
    `The control could not be evaluated: ${withoutPeriod(message)}.`,
  'evidence-gap': ({ source, from, to, cause, more }) => {
    const why = gapCauses[cause]?.(Boolean(to)) ?? cause;
    const when = to
      ? `from ${moment(from)} to ${moment(to)}`
      : `from ${moment(from)} on`;
    const others = more
      ? ` There ${form(more, { one: 'is', other: 'are' })} ${count(
          more,
          'further gap',
        )}.`
      : '';
    return `Evidence from the source ${source} may be missing ${when}: ${why}, and no collection has covered this period since.${others}`;
  },
  'evidence-late': ({ count: n }) =>
    `${count(n, 'piece')} of evidence could change the result, but ${form(n, {
      one: 'does not count yet. It was',
      other: 'do not count yet. They were',
    })} received long after the reported time of the event, and no API has confirmed ${form(
      n,
      { one: 'it', other: 'them' },
    )}.`,
  'evidence-stale': ({ observedAt, days }) =>
    `The latest evidence is from ${moment(
      observedAt,
    )}. Such evidence is valid for ${count(days, 'day')} only.`,
  'evidence-unverified': ({ level, count: n, late }) =>
    `${count(n, 'piece')} of evidence could change the result, but ${form(n, {
      one: 'does',
      other: 'do',
    })} not count: the control requires the verification level "${level}" or higher.${
      late
        ? ` ${late} of them ${form(late, {
            one: 'does',
            other: 'do',
          })} not reach it because ${form(late, {
            one: 'it',
            other: 'they',
          })} arrived late.`
        : ''
    }`,
  'not-yet-assessed': () => 'The control has not been assessed yet.',
  'not-yet-observed': () =>
    'The record of this asset has not been computed yet.',
  'population-empty': ({ days, kind }) =>
    `There was no ${nameMembers(kind).one} in the last ${count(days, 'day')}.`,
  'risk-accepted': ({
    acceptance,
    person,
    confirmedBy,
    until,
    rationale,
    finding,
  }) =>
    `${subject(person)} accepted the risk until ${moment(until)}${
      confirmedBy ? `, confirmed by ${confirmedBy}` : ''
    } (${shortenDigest(acceptance)}): ${withoutPeriod(rationale)}. ${finding}`,
  'source-silent': () =>
    'Nothing has ever been received from the repository. Check that its webhook delivers to this backend.',
};
