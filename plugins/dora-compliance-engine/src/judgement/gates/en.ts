import { all, count, moment, person as nameOne } from '../../explain/en/words';
import type { WordsFor } from '../../registry/Judgement';
import type { Weakness } from './findWeaknesses';
import type { GateReasons } from './reasons';

const weaknesses: Readonly<Record<Weakness, string>> = {
  'admins-not-bound': 'the rules do not bind administrators',
  bypass: 'somebody may bypass the rules',
  'changes-not-required': 'commits can be pushed without a change request',
  deletion: 'the branch can be deleted',
  'force-push': 'commits can be force-pushed',
  'not-protected': 'no rule applied',
  'too-few-approvals': 'fewer approvals are required than the control demands',
};

function describe(what: string): string {
  return all(what.split(',').map(one => weaknesses[one as Weakness] ?? one));
}

export const en: WordsFor<GateReasons> = {
  checks: {
    'gate-on-now': 'Do the rules of the branch meet the baseline?',
    'gate-on-always': 'Did they meet it all the time?',
  },
  reasons: {
    'gate-on': ({ branch }) =>
      `The rules of the branch ${branch} meet the baseline.`,
    'gate-weak': ({ branch, what }) =>
      `The rules of the branch ${branch} do not meet the baseline: ${describe(
        what,
      )}.`,
    'gate-unknown': ({ branch, fields }) =>
      `The source does not report all rules of the branch ${branch}. Missing: ${fields}.`,
    'gate-always-on': ({ branch, since, days }) =>
      `The rules of the branch ${branch} have met the baseline on all ${count(
        days,
        'day',
      )} since ${moment(since)}.`,
    'gate-off': ({ branch, from, to, what, landed, person }) =>
      `The rules of the branch ${branch} were off from ${moment(
        from,
      )} to ${moment(to)}: ${describe(what)}. ${
        person ? `Changed by ${person}. ` : ''
      }${
        landed > 0 ? count(landed, 'change') : 'No change'
      } landed on it meanwhile.`,
    'gate-changed-between': ({ branch, from, to, person }) =>
      `${nameOne(person)} changed the rules of the branch ${branch} ${
        from === to
          ? `on ${moment(from)}`
          : `between ${moment(from)} and ${moment(to)}`
      }, and they were not read meanwhile.`,
    'gate-unknown-between': ({ branch, from, to }) =>
      `The source did not report all rules of the branch ${branch} from ${moment(
        from,
      )} to ${moment(to)}.`,
    'gate-gone-before': ({ branch, gone }) =>
      `The branch ${branch} was deleted before the period began, or read for the last time, on ${moment(
        gone,
      )}.`,
    'gate-on-until-gone': ({ branch, since, gone }) =>
      `The rules of the branch ${branch} met the baseline from ${moment(
        since,
      )} until the branch was deleted, or read for the last time, on ${moment(
        gone,
      )}.`,
    'gate-unheard': ({ branch, from, to, source }) =>
      `Nothing was received from the source ${source} from ${moment(
        from,
      )} to ${moment(
        to,
      )}, so changes of the rules of the branch ${branch} between two readings may be missing.`,
    'gate-not-observed': ({ branch, from, to }) =>
      `The rules of the branch ${branch} were not read from ${moment(
        from,
      )} to ${moment(to)}.`,
  },
  advice: {
    'gate-off':
      "The time without the rules can't be undone. Have what landed meanwhile reviewed, record why, and leave the rules on.",
    'gate-weak':
      'Set the rules of the branch to what the control demands. It is green with the next reading, unless they were off before.',
    'gate-unknown':
      'Look up on the page Evidence which permission the collector lacks: most hosts show all rules to administrators only.',
    'gate-changed-between':
      'Compare the rules with the audit log of the code host for this time. Changes that the collector reads between them are known.',
    'gate-unheard':
      'Have the missed deliveries sent again, or compare the rules with the audit log of the code host for this time. The period is assessed again when this time is no longer within it.',
    'gate-unknown-between':
      'Look up on the page Evidence which permission the collector lacked. The period is assessed again when this time is no longer within it.',
    'gate-not-observed':
      'Look for problems of the collector on the page Evidence. The period is assessed again when it is no longer within the window.',
  },
};
