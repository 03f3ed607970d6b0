import type { RemediesFor } from '../../remedy/Remedy';
import type { IntervalReasons } from './reasons';

export const remedies: RemediesFor<IntervalReasons, 'interval-short-enough'> = {
  'interval-too-long': { who: ['asset-owner', 'risk-function'], isPast: true },
};
