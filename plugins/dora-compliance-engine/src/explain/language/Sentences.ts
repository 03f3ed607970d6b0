import type { ReasonParams } from '@ict-assurance/backstage-plugin-dora-compliance-common';

/**
 * A sentence for each key of a map of parameters.
 *
 * @public
 */
export type SentencesOf<TParams> = {
  readonly [K in keyof TParams]: (params: TParams[K]) => string;
};

/**
 * A sentence for each reason.
 *
 * @public
 */
export type ReasonSentences = SentencesOf<ReasonParams>;
