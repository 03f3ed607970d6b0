import {
  addDuration,
  type Instant,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { ControlCatalogue } from './ControlCatalogue';

const EPOCH = '1970-01-01T00:00:00.000Z' as Instant;

/**
 * How far back the controls over events look, in milliseconds; nothing where
 * there is none.
 */
export function longestWindow(controls: ControlCatalogue): number {
  const windows = [...controls.values()].flatMap(
    ({ control: { population } }) =>
      population.each === 'asset'
        ? []
        : [Date.parse(addDuration(EPOCH, population.within))],
  );
  return Math.max(0, ...windows);
}
