import { createReasons } from '../../registry/createReasons';

type OfBranch = { branch: string };

type Stretch = OfBranch & { from: string; to: string };

/** Why the rules of a branch do, or do not, hold back what nobody approved. */
export type GateReasons = {
  'gate-on': OfBranch;
  /** `what`: the weaknesses, separated by commas. */
  'gate-weak': OfBranch & { what: string };
  'gate-unknown': OfBranch & { fields: string };
  'gate-always-on': OfBranch & { since: string; days: number };
  'gate-off': Stretch & { what: string; landed: number; person: string };
  'gate-changed-between': Stretch & { person: string };
  /** The branch was gone before the period began. */
  'gate-gone-before': OfBranch & { gone: string };
  'gate-on-until-gone': OfBranch & { since: string; gone: string };
  'gate-not-observed': Stretch;
  /** A source that reports changes of rules was not heard. */
  'gate-unheard': Stretch & { source: string };
  /** The source did not report all rules at that time. */
  'gate-unknown-between': Stretch;
};

export const reason = createReasons<GateReasons>();
