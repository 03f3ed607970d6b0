import { moment } from '../../explain/en/words';
import type { WordsFor } from '../../registry/Judgement';
import type { IncidentReasons } from './reasons';

export const en: WordsFor<IncidentReasons> = {
  checks: { 'incident-linked': 'Is it linked to what was deployed?' },
  reasons: {
    'incident-linked': ({ incident, deployed, environment }) =>
      `The incident "${incident}" is linked to the deployment to ${environment} of ${moment(
        deployed,
      )}.`,
    'incident-not-linked': ({ incident, detected }) =>
      `The incident "${incident}", detected on ${moment(
        detected,
      )}, names no deployment, commit, change, or artifact.`,
    'incident-change-unknown': ({ incident, named }) =>
      `The incident "${incident}" names ${named}, but no deployment of it before the incident is known.`,
  },
  advice: {
    'incident-not-linked':
      'Name in the incident what was deployed when it happened: the deployment, the commit, or the digest of the artifact.',
    'incident-change-unknown':
      'Start a backfill on the page Evidence that goes back before the incident, or correct what the incident names.',
  },
};
