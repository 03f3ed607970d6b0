import { bySource } from '../../remedy/groups';
import type { RemediesFor } from '../../remedy/Remedy';
import type { GateReasons } from './reasons';

export const remedies: RemediesFor<
  GateReasons,
  'gate-on' | 'gate-always-on' | 'gate-gone-before' | 'gate-on-until-gone'
> = {
  'gate-changed-between': {
    who: ['repository-administrator', 'risk-function'],
    isPast: true,
  },
  'gate-not-observed': { who: ['source-administrator'], isPast: true },
  'gate-off': {
    who: ['repository-administrator', 'risk-function'],
    isPast: true,
  },
  'gate-unheard': { who: ['source-administrator'], isPast: true },
  'gate-unknown': bySource,
  'gate-unknown-between': { ...bySource, isPast: true },
  'gate-weak': { who: ['repository-administrator'] },
};
