import type {
  Area,
  ErrorCode,
  RulePhrases,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { AdvisedCode } from './AdvisedCode';
import type { ErrorDetailParams } from './ErrorDetailParams';
import type { EvidenceTitles } from './EvidenceTitles';
import type { GapAdviceParams } from './GapAdviceParams';
import type { NotificationParams } from './NotificationParams';
import type { OutlookParams } from './OutlookParams';
import type { RecordWords } from './RecordWords';
import type { ReasonSentences, SentencesOf } from './Sentences';
import type { WhoWords } from './WhoWords';

/**
 * Everything that the engine and the backend tell a user, in one language.
 *
 * @public
 */
export type Language = {
  /** BCP 47, such as `en`. */
  readonly tag: string;
  readonly reasons: ReasonSentences;
  /** Stands for a reason of a later version. */
  unknownReason(code: string): string;
  /** A sentence that follows the reason of the worst of several members. */
  evidenceNotCounted(count: number): string;
  /** The reason of the worst of several members, with how many are like it. */
  worstOfSeveral(of: {
    alike: number;
    total: number;
    kind: string;
    status: 'not-satisfied' | 'not-assessed' | 'risk-accepted';
    sentence: string;
  }): string;
  readonly checks: Readonly<Record<string, string>>;
  readonly advice: Readonly<Record<AdvisedCode, string>>;
  readonly gapAdvice: SentencesOf<GapAdviceParams>;
  /** When a finding ends. */
  readonly outlook: SentencesOf<OutlookParams>;
  /** Messages to owners. */
  readonly notifications: SentencesOf<NotificationParams>;
  /** Who can end it. */
  readonly who: WhoWords;
  readonly evidence: EvidenceTitles;
  /** The title of a deployment. */
  deployment(of: { id: string; environment: string }): string;
  /** The title of a stretch of time. */
  interval(of: { from: string; to: string }): string;
  readonly areas: Readonly<Record<Area, string>>;
  readonly record: RecordWords;
  readonly rules: RulePhrases;
  /** What an error of the API means, and what to do. */
  readonly errors: Readonly<
    Record<ErrorCode, { meaning: string; fix: string }>
  >;
  readonly errorDetails: SentencesOf<ErrorDetailParams>;
};
