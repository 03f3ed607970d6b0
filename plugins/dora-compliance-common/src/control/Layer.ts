import { z } from 'zod';

/**
 * The layers of delivery to which controls belong. A way of looking, never a legal
 * basis. `other`: controls that an organization added under codes of its own.
 *
 * @public
 */
export const Layer = z.enum([
  'governance',
  'ci-cd',
  'change-management',
  'evidence',
  'production',
  'cross-cutting',
  'other',
]);

/** @public */
export type Layer = z.output<typeof Layer>;

const BY_PREFIX: Readonly<Record<string, Layer>> = {
  GOV: 'governance',
  CIC: 'ci-cd',
  CHG: 'change-management',
  EVD: 'evidence',
  PRD: 'production',
  XCT: 'cross-cutting',
};

/**
 * The layer of a control, by its code, such as CHG-02.
 *
 * @public
 */
export function findLayer(code: string): Layer {
  return BY_PREFIX[code.split('-')[0] ?? ''] ?? 'other';
}
