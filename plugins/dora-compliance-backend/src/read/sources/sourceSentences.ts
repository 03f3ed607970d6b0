import type { Reason } from '@ict-assurance/backstage-plugin-dora-compliance-common';

type Params = Reason['params'];

/** How each state of a source and each gap is said. */
const sentences: Readonly<Record<string, (params: Params) => string>> = {
  'source-off': ({ why, wasOn }) =>
    `${why}${
      wasOn ? ' It told of things before; what happens now is not known.' : ''
    }`,
  'source-never-heard': () => 'Nothing was ever received from this source.',
  'people-reviewed-nothing': () =>
    'Nobody has reviewed the record of an asset in Backstage yet; reviews are kept here as evidence.',
  'catalog-unread': () =>
    'The catalog was not read yet; it is, shortly after the backend started.',
  'source-rejects': ({ rejected, received }) =>
    `${rejected} of the ${received} documents of the last day could not be read.`,
  'source-unreadable': ({ targets, problem }) =>
    `Of ${many(targets, 'target')} that were looked at none was read whole${
      problem ? `; the last one said: ${problem}` : ''
    }.`,
  'source-unasked': ({ targets, since }) =>
    `${many(
      targets,
      'target',
    )} could not be read whole for too long, the first since ${moment(since)}.`,
  'source-quiet': ({ since }) =>
    `Nothing was received since ${moment(
      since,
    )}; check that its webhook is still there.`,
  'source-deaf': ({ expected }) =>
    `Of ${expected} things the collector found none was told by the source itself; check that its webhook is still there, and its secret.`,
  'source-gaps': ({ gaps, how }) =>
    `There ${Number(gaps) === 1 ? 'is' : 'are'} ${many(
      gaps,
      'gap',
    )} in which something may have been missed; ${gapsAreClosed(how)}.`,
  'source-incomplete': ({ incomplete, all }) =>
    `${incomplete} of ${many(
      all,
      'target',
    )} could not be read whole the last time.`,
  'source-flawed': ({ flawed }) =>
    `${many(
      flawed,
      'document',
    )} of the last day could not be read, or only in part.`,
  'source-healthy': () =>
    'All documents were read, and there are no open gaps.',
  'source-healthy-in-part': () =>
    'There are no open gaps in what you may read in the catalog.',
  'gap-receiver-down': ({ from, to }) =>
    `Nothing could be received from ${moment(from)} to ${moment(
      to,
    )}; no replica of this backend was running.`,
  'gap-source-off': ({ from, to }) =>
    to
      ? `The source was off, or could not push, from ${moment(
          from,
        )} to ${moment(to)}.`
      : `The source is off, or can't push, since ${moment(from)}.`,
  'gap-collector-silent': ({ from, to, detail }) =>
    `The source could not be read whole ${
      to ? `from ${moment(from)} to ${moment(to)}` : `since ${moment(from)}`
    }.${detail ? ` ${detail}` : ''}`,
  'gap-deliveries-refused': ({ from, to, detail }) =>
    `Deliveries from ${moment(from)} to ${moment(to)} could not be kept.${
      detail ? ` ${detail}` : ''
    }`,
  'gap-deliveries-missed': ({ from, to, detail }) =>
    `Between ${moment(from)} and ${moment(
      to,
    )} things happened that the source did not tell.${
      detail ? ` ${detail}` : ''
    }`,
};

/** A reason with its sentence for people. */
export function explained(reason: Reason) {
  const say = sentences[reason.code];
  if (!say) {
    throw new TypeError(`There is no sentence for ${reason.code}`);
  }
  return { ...reason, sentence: say(reason.params) };
}

/** How gaps of a source are closed, as the end of a sentence. */
function gapsAreClosed(how: Params[string] | undefined): string {
  if (how === undefined) {
    return 'the source only pushes, so they count until they leave the window of each control';
  }
  return how === 'collected'
    ? 'the tab Gaps says what closes them'
    : `to close them, configure ${how}`;
}

function many(n: string | number | undefined, thing: string): string {
  return `${n} ${thing}${Number(n) === 1 ? '' : 's'}`;
}

/** An instant to the minute, in UTC. */
function moment(instant: string | number | undefined): string {
  return `${String(instant).slice(0, 16).replace('T', ' ')} UTC`;
}
