import type { RemediesFor } from '../../remedy/Remedy';
import type { IncidentReasons } from './reasons';

export const remedies: RemediesFor<IncidentReasons, 'incident-linked'> = {
  'incident-change-unknown': {
    who: ['source-administrator', 'incident-manager'],
  },
  'incident-not-linked': { who: ['incident-manager'] },
};
