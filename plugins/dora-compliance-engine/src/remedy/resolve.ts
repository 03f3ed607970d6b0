import type {
  Control,
  ControlStatus,
  IctAsset,
  Outlook,
  Reason,
  Resolution,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { Language } from '../explain/language/Language';
import type { RemedyFacts } from './Facts';
import { findCause, findRemedy } from './findRemedy';
import { byItself } from './groups';
import { listFacts } from './listFacts';
import type { Remedy } from './Remedy';

/**
 * What is known about a finding.
 *
 * @public
 */
export type KnownFinding = {
  control: Pick<Control, 'code' | 'remediation'>;
  asset: Pick<IctAsset, 'ownerRef' | 'providerRef' | 'repositories'>;
  status: ControlStatus;
  reason: Reason;
  outlook: Outlook;
  /** What to do, if the reason has no advice of its own. */
  advice?: string | undefined;
  /** Whether the backend already does what ends it. */
  isInWork?: boolean;
  /** More about who can act. */
  facts?: RemedyFacts;
};

/** What ends a finding, who can do that, and when; undefined if there is none. */
export function resolve(
  language: Language,
  remedies: Readonly<Record<string, Remedy>>,
  finding: KnownFinding,
): Resolution | undefined {
  const { asset, control, status, outlook, isInWork } = finding;
  if (status === 'satisfied' || status === 'not-applicable') {
    return undefined;
  }
  const cause = findCause(finding.reason);
  const remedy = isInWork ? byItself : findRemedy(remedies, cause);
  const facts = { ...listFacts(asset, control, cause), ...finding.facts };
  const texts: Readonly<Record<string, string>> = language.advice;
  return {
    what: Object.hasOwn(texts, cause.code)
      ? texts[cause.code]!
      : finding.advice ?? control.remediation,
    who: remedy.who.map(role => ({
      role,
      sentence: language.who[role](facts),
    })),
    when: { ...outlook, sentence: explainWhen(language, remedy, outlook) },
  };
}

function explainWhen(
  { outlook: sentences }: Language,
  { who: [first], isPast }: Remedy,
  { kind, at, notBefore }: Outlook,
): string {
  if (kind === 'by-itself' && at) {
    return sentences['by-itself']({ at });
  }
  if (first === 'nobody') {
    return sentences['done-by-backend']({});
  }
  const whole = at
    ? sentences['checked-again']({ at })
    : sentences['after-action']({});
  if (!isPast) {
    return whole;
  }
  const rest = notBefore
    ? sentences['counts-until']({ notBefore })
    : sentences['until-replaced']({});
  return `${whole} ${rest}`;
}
