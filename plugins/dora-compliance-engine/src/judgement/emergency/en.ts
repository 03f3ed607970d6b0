import {
  count as countAll,
  moment,
  person as name,
} from '../../explain/en/words';
import type { WordsFor } from '../../registry/Judgement';
import type { EmergencyReasons } from './reasons';

const declare =
  'Record an emergency change for the asset that names the deployment, its commit or its change, with the reason and who was alerted, and have somebody confirm it who had no hand in the change.';

export const en: WordsFor<EmergencyReasons> = {
  checks: {
    'emergencies-rare': 'Are emergencies rare?',
    'emergency-reviewed':
      'Was it approved, or declared as an emergency and reviewed in time?',
  },
  reasons: {
    'approved-in-order': ({ environment }) =>
      `The deployment to ${environment} was approved independently, so it is no emergency.`,
    'emergencies-frequent': ({ count, most, days }) =>
      `This is number ${count} of the emergencies within ${countAll(
        days,
        'day',
      )}; at most ${most} are allowed.`,
    'emergencies-rare': ({ count, most, days }) =>
      `This is number ${count} of the emergencies within ${countAll(
        days,
        'day',
      )}; up to ${most} are allowed.`,
    'emergency-not-declared': ({ until }) =>
      `The deployment has no independent approval, and nobody declared it as an emergency until ${moment(
        until,
      )}.`,
    'emergency-not-declared-yet': ({ until }) =>
      `The deployment has no independent approval. It can be declared as an emergency and reviewed until ${moment(
        until,
      )}.`,
    'emergency-not-reviewed': ({ until }) =>
      `The deployment was declared as an emergency, but nobody else reviewed that until ${moment(
        until,
      )}.`,
    'emergency-not-reviewed-yet': ({ until }) =>
      `The deployment was declared as an emergency. Somebody else has to review that until ${moment(
        until,
      )}.`,
    'emergency-refused': ({ reviewer, at }) =>
      `On ${moment(at)}, ${reviewer} decided that this was no emergency.`,
    'emergency-reviewed': ({ reviewer, at }) =>
      `The deployment was declared as an emergency, and ${reviewer} reviewed that on ${moment(
        at,
      )}.`,
    'emergency-reviewed-late': ({ reviewer, at, until }) =>
      `${reviewer} reviewed the emergency on ${moment(at)}, only after ${moment(
        until,
      )}.`,
    'emergency-reviewer-involved': ({ reviewer, person }) =>
      `${reviewer} reviewed the emergency, and as ${name(
        person,
      )} had a hand in the change.`,
    'emergency-reviewer-unclear': ({ reviewer, person }) =>
      `Whether ${reviewer}, who reviewed the emergency, had a hand in the change is not known: no catalog user is linked to ${name(
        person,
      )}.`,
    'emergency-without-alert': ({ declared }) =>
      `The emergency that was declared on ${moment(
        declared,
      )} does not say who was alerted.`,
  },
  advice: {
    'emergencies-frequent':
      'Find out why changes can not wait for an approval, such as missing reviewers at night, and remove the cause.',
    'emergency-not-declared': declare,
    'emergency-not-declared-yet': declare,
    'emergency-not-reviewed':
      'Have somebody confirm the emergency who had no hand in the change. It stays late, but it is on record.',
    'emergency-not-reviewed-yet':
      'Have somebody confirm the emergency who had no hand in the change.',
    'emergency-refused':
      'Have the change reviewed like any other, and deploy again.',
    'emergency-reviewed-late':
      'Have emergencies reviewed within the time that the control allows.',
    'emergency-reviewer-involved':
      'Have somebody else review the emergency, who had no hand in the change.',
    'emergency-reviewer-unclear':
      'Link the accounts of the code host to users of the catalog, and give the source the commits of the change.',
    'emergency-without-alert':
      'Record the emergency again with who was alerted, and have it confirmed.',
  },
};
