import {
  type Control,
  isOfRegime,
  listBinding,
  type Regime,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';

/**
 * The controls of a regime, each with the provisions that bind in it. The others
 * are not installed.
 */
export function selectForRegime(
  controls: Iterable<Control>,
  regime: Regime,
): Control[] {
  return [...controls]
    .filter(control => isOfRegime(control, regime))
    .map(control => ({ ...control, provisions: listBinding(control, regime) }));
}
