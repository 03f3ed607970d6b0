import type {
  Check,
  Evidence,
  EvidenceGap,
  IctAsset,
  Instant,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { EvidenceIndex } from '../lineage/EvidenceIndex';
import type { Remedy } from '../remedy/Remedy';
import type { Needs } from './Needs';
import type { Member } from './Population';

/**
 * A check, when its answer may change without new evidence, since when that time runs,
 * and how far back what it depends on goes: a gap of a source after that time may hide
 * something.
 *
 * @public
 */
export type TimedCheck = Check & {
  changesAt?: Instant | undefined;
  /** By default since the member happened. */
  runsSince?: Instant | undefined;
  since?: Instant | undefined;
};

/**
 * What a judgement knows besides the member.
 *
 * @public
 */
export type JudgementContext = {
  /** The evidence that it declares in its needs, and that of the population. */
  index: EvidenceIndex;
  asset: IctAsset;
  asOf: Instant;
  /**
   * The parameters of the control, as its file writes them, for the effective
   * criticality of the asset.
   */
  parameters: Readonly<Record<string, unknown>>;
  /**
   * Gaps of the sources of the asset that no collection has covered since. Those
   * within the window of the population count already.
   */
  gaps: readonly EvidenceGap[];
};

/**
 * Returns the checks for one member of a population.
 *
 * @public
 */
export type Judge = (member: Evidence, index: EvidenceIndex) => TimedCheck[];

/**
 * The sentences of a judgement in one language, for its own reasons and checks.
 *
 * @public
 */
export type JudgementWords = {
  /** By the code of a reason. */
  reasons: Readonly<Record<string, (params: never) => string>>;
  /** By the name of a check. */
  checks: Readonly<Record<string, string>>;
  /** What ends a finding, by the code of its reason. */
  advice?: Readonly<Record<string, string>>;
};

/**
 * The same, with a sentence for each of some reasons.
 *
 * @public
 */
export type WordsFor<Params> = JudgementWords & {
  reasons: {
    readonly [Code in keyof Params]: (params: Params[Code]) => string;
  };
  advice?: { readonly [Code in keyof Params]?: string };
};

/**
 * A question about a member of a population that an expression can't answer.
 * Assertions use it as `<name>.satisfied`.
 *
 * @public
 */
export type Judgement = {
  /** A scope and a name, such as `change.independence`. */
  name: string;
  /**
   * A positive integer, 1 by default. Raise it with every change that can change
   * its checks: results of an earlier version are then assessed again.
   */
  version?: number;
  /** The name of the type of its members. */
  member: string;
  /** What it reads besides the member. */
  needs: Needs;
  judge(member: Member, context: JudgementContext): TimedCheck[];
  /** Who can end a finding with one of its reasons, by code. */
  remedies?: Readonly<Record<string, Remedy>>;
  /** Its sentences by language, such as `en`. */
  words?: Readonly<Record<string, JudgementWords>>;
};

/**
 * Judges the piece of evidence that a member is.
 *
 * @public
 */
export function judgeEvidence(judge: Judge): Judgement['judge'] {
  return ({ evidence: [item] }, { index }) => (item ? judge(item, index) : []);
}

/**
 * True if all checks passed, false if one failed, null if one is unknown or there
 * are none.
 *
 * @public
 */
export function combineChecks(checks: readonly Check[]): boolean | null {
  if (checks.some(({ passed }) => passed === false)) {
    return false;
  }
  return checks.length > 0 && checks.every(({ passed }) => passed === true)
    ? true
    : null;
}
