import { z } from 'zod';
import { Regime } from './Regime';

/**
 * The acts that controls cite: DORA and the Commission regulations that
 * supplement it.
 *
 * @public
 */
export const Act = z.enum([
  'DORA',
  'RTS-2024/1772',
  'RTS-2024/1773',
  'RTS-2024/1774',
  'RTS-2025/301',
  'RTS-2025/532',
  'ITS-2024/2956',
]);

/** @public */
export type Act = z.output<typeof Act>;

/** The reference of an act as a whole. @public */
export const WHOLE_ACT = 'whole';

/**
 * An article, with paragraphs and points. The last level may be a range or a list,
 * and the sub-paragraph that follows a point may be meant.
 */
const ARTICLE =
  /^\d+(\([0-9a-z]+\))*(-\([0-9a-z]+\)|(,\([0-9a-z]+\))+)?( subparagraph)?$/;

/** A template of the register of information, or one column of it. */
const TEMPLATE = /^B_\d\d\.\d\d(\.\d{4})?$/;

/**
 * Where something stands in an act: `17(1)(b)`, a range such as `30(2)-(3)`, a
 * list such as `24(1),(5),(6)`, a template such as `B_05.01`, or the whole act.
 *
 * @public
 */
export const ProvisionRef = z
  .string()
  .refine(
    ref => ref === WHOLE_ACT || ARTICLE.test(ref) || TEMPLATE.test(ref),
    'must be like 17(1)(b), 30(2)-(3), 24(1),(5),(6), B_05.01 or whole',
  );

/**
 * A provision of law. `requires`: the law states the outcome; `supports`: the
 * control is one reasonable means to it.
 *
 * @public
 */
export const Provision = z.strictObject({
  act: Act,
  ref: ProvisionRef,
  relation: z.enum(['requires', 'supports']),
  /** The regimes in which it binds. Default: those of the control. */
  regimes: z.array(Regime).min(1).optional(),
});

/** @public */
export type Provision = z.output<typeof Provision>;

/**
 * Whether a reference names a template of the register of information, and not an
 * article.
 *
 * @public
 */
export function isTemplateRef(ref: string): boolean {
  return TEMPLATE.test(ref);
}
