import { z } from 'zod';

/**
 * Which provisions bind the organization. `full`: DORA 5 to 15; `simplified`:
 * DORA 16 in their place; `microenterprise`: `full` without what the law exempts
 * microenterprises from; `ict-provider`: no duty of its own, only what contracts
 * with financial entities ask.
 *
 * @public
 */
export const Regime = z.enum([
  'full',
  'simplified',
  'microenterprise',
  'ict-provider',
]);

/** @public */
export type Regime = z.output<typeof Regime>;

/** The regimes of a control that names none. */
const DEFAULT_REGIMES: readonly Regime[] = ['full'];

/**
 * Whether a control is assessed in a regime.
 *
 * @public
 */
export function isOfRegime(
  { regimes = DEFAULT_REGIMES }: { regimes?: readonly Regime[] },
  regime: Regime,
): boolean {
  return regimes.includes(regime);
}

/**
 * The provisions of a control that bind in a regime.
 *
 * @public
 */
export function listBinding<T extends { regimes?: readonly Regime[] }>(
  control: { regimes?: readonly Regime[]; provisions: readonly T[] },
  regime: Regime,
): T[] {
  return isOfRegime(control, regime)
    ? control.provisions.filter(({ regimes = [regime] }) =>
        regimes.includes(regime),
      )
    : [];
}
