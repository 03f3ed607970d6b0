import {
  type EvidenceGap,
  type Reason,
  RecordField,
  recordFields,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';

type Param = Reason['params'][string] | undefined;

/** A word and what it is about, or nothing where there is nothing. */
export function inWords(word: string, param: Param): string {
  return param ? `${word} ${param}` : '';
}

/** What somebody wrote, to be followed by a full stop of ours. */
export function withoutStop(param: Param): string {
  return String(param).replace(/(?<![.\s])[.\s]+$/, '');
}

/** `critical-or-important` as people say it. */
export function levelInWords(param: Param): string {
  return String(param).replace(/-/g, ' ');
}

/** `2026-03-31T12:00:00.000Z` as `2026-03-31 12:00 UTC`. */
export function momentInWords(param: Param): string {
  return String(param).replace(/T(\d\d:\d\d):[^]*$/, ' $1 UTC');
}

const gapCauses: Readonly<Record<EvidenceGap['cause'], string>> = {
  'receiver-down': 'this backend could not be reached',
  'source-off': 'it is or was off here, or could not push',
  'collector-silent': 'nobody could ask it',
  'deliveries-missed': 'it says that not all it sent arrived',
  'deliveries-refused': 'what it sent could not be kept',
};

/** The cause of a gap as part of a sentence. */
export function gapInWords(param: Param): string {
  return gapCauses[param as EvidenceGap['cause']] ?? String(param);
}

/** `continuity,support` as `RTO and RPO and end of support`. */
export function recordFieldsInWords(param: Param): string {
  const titles = String(param).split(',').map(titleOf);
  const last = titles.pop();
  return titles.length > 0 ? `${titles.join(', ')} and ${last}` : `${last}`;
}

function titleOf(name: string): string {
  const field = RecordField.safeParse(name);
  return field.success ? withoutCapital(recordFields[field.data].title) : name;
}

/** Within a sentence; abbreviations keep their capitals. */
function withoutCapital(title: string): string {
  return /^[A-Z][a-z]/.test(title)
    ? title.charAt(0).toLowerCase() + title.slice(1)
    : title;
}
