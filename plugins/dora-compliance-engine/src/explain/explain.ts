import type { Reason } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { reasonSentences } from './reasonSentences';

/**
 * A reason as one sentence for people. Where the reason is that of the worst
 * of several members, the sentence says how many came to the same status.
 *
 * @public
 */
export function explainReason(reason: Reason): string {
  const sentence = Object.hasOwn(reasonSentences, reason.code)
    ? reasonSentences[reason.code]?.(reason.params)
    : undefined;
  const said = sentence ?? `No sentence is known for "${reason.code}".`;
  return `${worstOfSeveral(reason)}${said}${notCounted(reason)}`;
}

function notCounted({ params: { unproven } }: Reason): string {
  return unproven === undefined
    ? ''
    : ` Evidence that says otherwise does not count, as its origin is not proven (${unproven}).`;
}

function worstOfSeveral({ params }: Reason): string {
  const { alike, total, status } = params;
  if (alike === undefined || Number(total) < 2) {
    return '';
  }
  const what = status === 'not-satisfied' ? 'failed' : "can't be judged";
  const which = Number(alike) > 1 ? '; the latest' : '';
  return `${alike} of ${total} production deployments ${what}${which}: `;
}

const checkTitles: Readonly<Record<string, string>> = {
  'through-changes': 'Did everything come through a change request?',
  'approved-by-another-person': 'Did another person approve it?',
  'authors-identified': 'Are all who had a hand in it known?',
  'deployer-named': 'Is it known who deployed?',
  'change-known': 'Is the change known?',
  'built-by-successful-run': 'Was it built by a successful run?',
  'artifact-identified': 'Is the artifact identified by digest?',
  'owner-named': 'Is an owner named?',
  'owner-exists': 'Does the owner exist?',
  'owner-can-act': 'Is the owner a group that can act?',
  'record-usable': 'Can all that the record says be used?',
  'record-complete': 'Are all nine fields of the record there?',
  classified: 'Is it classified?',
  'classified-high-enough': 'Is it classified as high as what uses it?',
  'reviewed-in-time': 'Was it reviewed in the last twelve months?',
  'reviewed-since-major-change': 'Was it reviewed since the last major change?',
  'provider-named': 'Is the provider named?',
  'provider-registered': 'Is the provider in the catalog?',
  'provider-identified': 'Is the provider identified by LEI or EUID?',
  'provider-services': 'Are the types of its services known?',
  'provider-contract': 'Is the contract known?',
  'provider-subcontractors': 'Are the subcontractors known where needed?',
  'supported-or-assessed': 'Is it supported, or its risk assessed as legacy?',
};

/**
 * The question of a check in words.
 *
 * @public
 */
export function checkTitle(check: string): string {
  return checkTitles[check] ?? check;
}
