import type { LoggerService } from '@backstage/backend-plugin-api';
import {
  type Control,
  isOfRegime,
  listBinding,
  type Regime,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';

/**
 * The controls of a regime, each with the provisions that bind in it. The others
 * are not installed. Logs a warning if none is left.
 */
export function selectForRegime(
  controls: Iterable<Control>,
  regime: Regime,
  logger?: LoggerService,
): Control[] {
  const all = [...controls];
  const selected = all
    .filter(control => isOfRegime(control, regime))
    .map(control => ({ ...control, provisions: listBinding(control, regime) }));
  if (all.length > 0 && selected.length === 0) {
    logger?.warn(
      `None of the ${all.length} controls is of the regime ${regime} (doraCompliance.regime): nothing is assessed. Install controls that name it in their regimes.`,
    );
  }
  return selected;
}
