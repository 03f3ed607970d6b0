import type { ResultView } from '@ict-assurance/backstage-plugin-dora-compliance-common';

/** The columns of an export of results. */
export const RESULT_COLUMNS = [
  'Asset',
  'Title',
  'Owner',
  'Criticality',
  'Control',
  'Status',
  'Reason',
  'Since',
  'Member',
  'Status of member',
  'Reason of member',
  'Time',
  'Address',
  'Members not listed',
];

/** A line for each open member, or one for a result without any. */
export function describeLines(result: ResultView): string[][] {
  const { open, members } = result;
  const start = [
    result.entityRef,
    result.title,
    result.ownerRef ?? '',
    result.criticality ?? 'unclassified',
    result.control.code,
    result.status,
    result.reason.sentence,
    result.since ?? '',
  ];
  const unlisted =
    open === undefined ? 'unknown' : String(open - members.length);
  if (members.length === 0) {
    return [[...start, '', '', '', '', '', unlisted]];
  }
  return members.map(({ title, status, reason, at, uri = '' }) => [
    ...start,
    title,
    status,
    reason.sentence,
    at,
    uri,
    unlisted,
  ]);
}

/** What a file for somebody who may not read everything ends with. */
export const PARTIAL_LINE = [
  'Assets that the person who exported this may not read are left out.',
  ...RESULT_COLUMNS.slice(1).map(() => ''),
];
